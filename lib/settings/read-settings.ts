import { type SQL, sql } from 'drizzle-orm'
import type { PaymentWay, ShippingBand } from '@/db/schema/platform'
import type { Reader } from '@/db/transaction'
import type { CategoryId, ShippingZoneId } from '@/lib/core/ids'

export type ShippingMethod = {
  code: string
  name: string
  description: string
  /** Null: wherever no zone reaches. */
  zoneId: ShippingZoneId | null
  rateBy: 'order' | 'subtotal' | 'weight'
  rateMinor: number
  bands: ShippingBand[]
  freeFromMinor: number | null
  minDays: number
  maxDays: number
}

export type TaxRate = {
  name: string
  ratePpm: number
  /** Null: in every country that has no rate of its own. */
  country: string | null
  /** The category it is for and all below it; null for all products. */
  categoryIds: CategoryId[] | null
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
  /** Whom mails are from and where answers go; empty where it is the shop's name and contact. */
  mailSenderName: string
  mailReplyTo: string
  homeCountry: string
  postalAddress: string
  taxNumber: string
  paymentsOff: PaymentWay[]
  /** What is taxed otherwise than the two above say. */
  taxRates: TaxRate[]
  shippingZones: { id: ShippingZoneId; name: string; countries: string[] }[]
  /** Active ones in display order, of every zone. */
  shippingMethods: ShippingMethod[]
}

/** The shop's settings as they are now, in one statement. Transactions use this one; pages use the cached read. */
export async function readSettings(reader: Reader): Promise<ShopSettings> {
  const [row] = await reader.execute<{ settings: ShopSettings | null }>(sql`select ${settingsJson} as settings`)
  return requireSettings(row?.settings)
}

/** Of `tax_rates t`. */
const categoriesBelow = sql`case when t.category_id is not null then (
  with recursive below as (
    select t.category_id as id union select c.id from categories c join below b on c.parent_id = b.id
  ) select json_agg(id) from below) end`

/** Of `shipping_zones z`. */
export const countriesOfZone = sql`coalesce((select json_agg(c.country order by c.country) from shipping_zone_countries c where c.zone_id = z.id), '[]'::json)`

/** A column that holds the settings, for statements that read something else too. */
export const settingsJson: SQL = sql`(
  select json_build_object(
    'shopId', s.shop_id, 'shopName', s.shop_name, 'currency', s.currency, 'locale', s.locale, 'timeZone', s.time_zone,
    'taxName', s.tax_name, 'taxRatePpm', s.tax_rate_ppm, 'supportEmail', s.support_email,
    'mailSenderName', s.mail_sender_name, 'mailReplyTo', s.mail_reply_to, 'homeCountry', s.home_country,
    'postalAddress', s.postal_address, 'taxNumber', s.tax_number, 'paymentsOff', s.payments_off,
    'taxRates', coalesce((
      select json_agg(json_build_object('name', t.name, 'ratePpm', t.rate_ppm, 'country', t.country, 'categoryIds', ${categoriesBelow}))
      from tax_rates t), '[]'::json),
    'shippingZones', coalesce((
      select json_agg(json_build_object('id', z.id, 'name', z.name, 'countries', ${countriesOfZone}) order by lower(z.name))
      from shipping_zones z), '[]'::json),
    'shippingMethods', coalesce((
      select json_agg(json_build_object('code', m.code, 'name', m.name, 'description', m.description, 'zoneId', m.zone_id,
        'rateBy', m.rate_by, 'rateMinor', m.rate_minor, 'bands', m.bands, 'freeFromMinor', m.free_from_minor,
        'minDays', m.min_days, 'maxDays', m.max_days) order by m.position, m.code)
      from shipping_methods m where m.is_active), '[]'::json))
  from settings s where s.id = 1)`

export function requireSettings(settings: ShopSettings | null | undefined): ShopSettings {
  if (!settings) throw new Error('The settings row is missing. Run the migrations.')
  return settings
}
