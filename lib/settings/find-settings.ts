import { database } from '@/db/client'
import { settings } from '@/db/schema/platform'
import type { Reader } from '@/db/transaction'

/** How the shop is set up: name, currency, language, time zone, tax. */
export type ShopSettings = {
  shopName: string
  currency: string
  locale: string
  timeZone: string
  taxName: string
  /** Millionths: 100,000 is 10 %. */
  taxRatePpm: number
  supportEmail: string
}

/** One statement. The row is made by the migrations, so its absence is a broken database. */
export async function findSettings(reader: Reader = database()): Promise<ShopSettings> {
  const [row] = await reader
    .select({
      shopName: settings.shopName,
      currency: settings.currency,
      locale: settings.locale,
      timeZone: settings.timeZone,
      taxName: settings.taxName,
      taxRatePpm: settings.taxRatePpm,
      supportEmail: settings.supportEmail,
    })
    .from(settings)
  if (!row) throw new Error('The table settings has no row. Run the migrations.')
  return row
}
