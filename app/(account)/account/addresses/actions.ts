'use server'

import { z } from 'zod'
import { removeAddress } from '@/lib/addresses/remove-address'
import { addAddress, changeAddress } from '@/lib/addresses/save-address'
import { AddAddress, AddressRef, ChangeAddress } from '@/lib/addresses/schemas'
import { action } from '@/lib/web/action'

/** A checkbox is sent as `on`, or not at all. */
const isChecked = (fields: Record<string, unknown>, name: string) => ({ [name]: fields[name] === 'on' })

const withDefaults = (fields: unknown) => {
  const sent = fields as Record<string, unknown>
  return { ...sent, ...isChecked(sent, 'is_default_shipping'), ...isChecked(sent, 'is_default_billing') }
}

export const addAddressAction = action(z.preprocess(withDefaults, AddAddress), addAddress, { redirectTo: () => '/account/addresses' })

export const changeAddressAction = action(z.preprocess(withDefaults, ChangeAddress), changeAddress, { redirectTo: () => '/account/addresses' })

export const removeAddressAction = action(AddressRef, removeAddress, { redirectTo: () => '/account/addresses' })
