import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'

export type ShippingMethod = {
  code: string
  name: string
  description: string
  rateMinor: number
  minDays: number
  maxDays: number
  isDefault: boolean
}

export type ShopSettings = {
  shopId: string
  shopName: string
  currency: string
  locale: string
  timeZone: string
  taxName: string
  /** Millionths: 100,000 is 10 %. */
  taxRatePpm: number
  supportEmail: string
  /** Active ones in display order. */
  shippingMethods: ShippingMethod[]
}

/** The shop's settings as they are now, in one statement. Transactions use this one; pages use the cached read. */
export async function readSettings(reader: Reader): Promise<ShopSettings> {
  const [row] = await reader.execute<{ settings: ShopSettings | null }>(sql`select ${settingsJson} as settings`)
  return requireSettings(row?.settings)
}

/** A column that holds the settings, for statements that read something else too. */
export const settingsJson: SQL = sql`(
  select json_build_object(
    'shopId', s.shop_id, 'shopName', s.shop_name, 'currency', s.currency, 'locale', s.locale, 'timeZone', s.time_zone,
    'taxName', s.tax_name, 'taxRatePpm', s.tax_rate_ppm, 'supportEmail', s.support_email,
    'shippingMethods', coalesce((
      select json_agg(json_build_object('code', m.code, 'name', m.name, 'description', m.description, 'rateMinor', m.rate_minor,
        'minDays', m.min_days, 'maxDays', m.max_days, 'isDefault', m.is_default) order by m.position, m.code)
      from shipping_methods m where m.is_active), '[]'::json))
  from settings s where s.id = 1)`

export function requireSettings(settings: ShopSettings | null | undefined): ShopSettings {
  if (!settings) throw new Error('The settings row is missing. Run the migrations.')
  return settings
}

/** What a cart is shown with until the shopper chooses. */
export function defaultShippingMethod({ shippingMethods }: ShopSettings): ShippingMethod {
  const method = shippingMethods.find((candidate) => candidate.isDefault) ?? shippingMethods[0]
  if (!method) throw new Error('No shipping method is active. Activate one in the settings.')
  return method
}
