'use server'

import { z } from 'zod'
import { blockAddress } from '@/lib/blocked-addresses/block-address'
import { BlockAddress, BlockedAddressRef } from '@/lib/blocked-addresses/schemas'
import { unblockAddress } from '@/lib/blocked-addresses/unblock-address'
import type { Ctx } from '@/lib/core/context'
import type { AuditId } from '@/lib/core/ids'
import { saveLimits } from '@/lib/settings/limit-settings'
import { saveMailSender } from '@/lib/settings/mail-settings'
import {
  RemoveShippingMethod,
  RemoveShippingZone,
  RemoveTaxRate,
  SaveLimits,
  SaveMailSender,
  SavePayments,
  SaveShippingMethod,
  SaveShippingZone,
  SaveShop,
  SaveTaxRate,
  SaveUsualTax,
} from '@/lib/settings/schemas'
import { sendTestMail } from '@/lib/settings/send-test-mail'
import { removeShippingMethod, removeShippingZone, saveShippingMethod, saveShippingZone } from '@/lib/settings/shipping-settings'
import { savePayments, saveShop } from '@/lib/settings/shop-settings'
import { removeTaxRate, saveTaxRate, saveUsualTax } from '@/lib/settings/tax-settings'
import { action } from '@/lib/web/action'
import { blockFields, limitFields, methodFields, paymentFields, shopFields, taxRateFields, usualTaxFields, zoneFields } from './settings-fields'

export const saveUsualTaxAction = action(z.preprocess(usualTaxFields, SaveUsualTax), saveUsualTax)

export const saveTaxRateAction = action(z.preprocess(taxRateFields, SaveTaxRate), saveTaxRate)

export const removeTaxRateAction = action(RemoveTaxRate, removeTaxRate)

export const saveShippingZoneAction = action(z.preprocess(zoneFields, SaveShippingZone), saveShippingZone)

export const removeShippingZoneAction = action(RemoveShippingZone, removeShippingZone)

export const saveShippingMethodAction = action(z.preprocess(methodFields, SaveShippingMethod), saveShippingMethod)

export const addShippingMethodAction = action(z.preprocess(methodFields, SaveShippingMethod), saveShippingMethod, {
  redirectTo: () => '/admin/settings/shipping',
})

export const removeShippingMethodAction = action(RemoveShippingMethod, removeShippingMethod, { redirectTo: () => '/admin/settings/shipping' })

export const saveShopAction = action(z.preprocess(shopFields, SaveShop), saveShop)

export const savePaymentsAction = action(z.preprocess(paymentFields, SavePayments), savePayments)

export const saveLimitsAction = action(z.preprocess(limitFields, SaveLimits), saveLimits)

export const saveMailSenderAction = action(z.preprocess(shopFields, SaveMailSender), saveMailSender)

export const sendTestMailAction = action(
  z.strictObject({}),
  quietly((ctx) => sendTestMail(ctx)),
)

export const blockAddressAction = action(z.preprocess(blockFields, BlockAddress), undoAlone(blockAddress))

export const unblockAddressAction = action(BlockedAddressRef, undoAlone(unblockAddress))

/** What the page need not be told: it reads itself anew. */
function quietly<I>(run: (ctx: Ctx, input: I) => Promise<unknown>): (ctx: Ctx, input: I) => Promise<Record<string, never>> {
  return async (ctx, input) => {
    await run(ctx, input)
    return {}
  }
}

/** The same, with what the toast needs. */
function undoAlone<I>(run: (ctx: Ctx, input: I) => Promise<{ undo: AuditId }>): (ctx: Ctx, input: I) => Promise<{ undo: AuditId }> {
  return async (ctx, input) => ({ undo: (await run(ctx, input)).undo })
}
