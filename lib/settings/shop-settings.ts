import { eq, isNull, sql } from 'drizzle-orm'
import { carts } from '@/db/schema/cart'
import { settings } from '@/db/schema/platform'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { minorDigits } from '@/lib/core/format-money'
import { countryName } from '@/lib/core/regions'
import { isProviderOffered } from '@/lib/platform/payments/providers'
import { changeSetting, type SettingKind } from './change-setting'
import { requireCountries } from './require-countries'
import { Payments, type SavePayments, type SaveShop, type SettingChanged, ShopIdentity } from './schemas'
import { requireDelivery } from './shipping-settings'

/**
 * Changes who the shop is. Currency and time zone are fixed once there is an order.
 * @throws forbidden, stale, invalid_input for what is fixed, conflict when nothing could be shipped to the new country
 */
export const saveShop = (ctx: Ctx, input: SaveShop): Promise<SettingChanged> => changeSetting(ctx, shopIdentity, { id: 'shop', ...input })

/** Turns ways to pay on and off. @throws forbidden, stale, conflict when none would be left */
export const savePayments = (ctx: Ctx, input: SavePayments): Promise<SettingChanged> => changeSetting(ctx, payments, { id: 'payments', ...input })

export const shopIdentity: SettingKind<ShopIdentity> = {
  noun: 'shop',
  schema: ShopIdentity,
  async read(tx) {
    const [row] = await tx
      .select({
        shop_name: settings.shopName,
        support_email: settings.supportEmail,
        postal_address: settings.postalAddress,
        tax_number: settings.taxNumber,
        home_country: settings.homeCountry,
        locale: settings.locale,
        time_zone: settings.timeZone,
        currency: settings.currency,
      })
      .from(settings)
    return row ?? null
  },
  async write(tx, _id, value, before) {
    requireCountries([value.home_country], '/value/home_country')
    if (before) await requireChangeable(tx, value, before)
    const { shop_name: shopName, support_email: supportEmail, postal_address: postalAddress, home_country: homeCountry } = value
    const { tax_number: taxNumber, locale, time_zone: timeZone, currency } = value
    const row = { shopName, supportEmail, postalAddress, taxNumber, homeCountry, locale, timeZone, currency }
    await tx.update(settings).set(row).where(eq(settings.id, 1))
    if (before && before.currency !== currency) await tx.update(carts).set({ currency }).where(isNull(carts.completedAt))
    await requireDelivery(tx)
  },
  nameOf: ({ shop_name }) => shop_name,
  words: (shop) => [
    { label: 'The name', theirs: shop.shop_name },
    { label: 'The contact', theirs: shop.support_email },
    { label: 'The address', theirs: shop.postal_address },
    { label: 'The tax number', theirs: shop.tax_number || 'none' },
    { label: 'The country', theirs: countryName(shop.home_country) },
    { label: 'Language, time zone and currency', theirs: `${shop.locale}, ${shop.time_zone}, ${shop.currency}` },
  ],
}

export const payments: SettingKind<Payments> = {
  noun: 'payments',
  schema: Payments,
  async read(tx) {
    const [row] = await tx.select({ off: settings.paymentsOff }).from(settings)
    return row ? { off: row.off } : null
  },
  async write(tx, _id, { off }) {
    const offered = (['stripe', 'test'] as const).filter(isProviderOffered)
    if (offered.length > 0 && offered.every((way) => off.includes(way)))
      throw new DomainError('conflict', { detail: 'Nobody could pay any more. Leave at least one payment method on.' })
    await tx.update(settings).set({ paymentsOff: off }).where(eq(settings.id, 1))
  },
  nameOf: () => 'Ways to pay',
  words: ({ off }) => [{ label: 'What is off', theirs: off.join(', ') || 'nothing' }],
}

/** Amounts of orders, and the days that reports count, mean what they meant. @throws invalid_input */
async function requireChangeable(tx: Tx, now: ShopIdentity, before: ShopIdentity): Promise<void> {
  const errors = []
  const hasOrders = now.currency !== before.currency || now.time_zone !== before.time_zone ? await isAnyOrderThere(tx) : false
  if (hasOrders && now.currency !== before.currency)
    errors.push({ pointer: '/value/currency', detail: 'There are orders in the old currency, so it stays.' })
  if (hasOrders && now.time_zone !== before.time_zone)
    errors.push({ pointer: '/value/time_zone', detail: 'There are orders, and their days are counted in the old time zone, so it stays.' })
  if (minorDigits(now.currency) !== minorDigits(before.currency))
    errors.push({ pointer: '/value/currency', detail: 'It has another number of decimals, so every price would mean something else.' })
  if (errors.length > 0) throw new DomainError('invalid_input', { detail: errors[0]?.detail, errors })
}

async function isAnyOrderThere(tx: Tx): Promise<boolean> {
  const [row] = await tx.execute<{ is_there: boolean }>(sql`select exists (select from orders) as is_there`)
  return row?.is_there ?? false
}
