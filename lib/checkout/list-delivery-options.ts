import { database } from '@/db/client'
import { type CartRow, readCartOf, usableCoupon } from '@/lib/cart/read-cart'
import type { Ctx } from '@/lib/core/context'
import { priceGoods } from '@/lib/pricing/price-goods'
import { totalsView } from '@/lib/pricing/totals-view'
import { shippingTo } from '@/lib/settings/shipping-of'
import type { DeliveryOption, ListDeliveryOptions } from './schemas'

/**
 * The ways in which the actor's cart can travel to a country, each with all that it then costs: tax and shipping are the country's. Empty
 * where the shop does not deliver. One statement.
 */
export async function listDeliveryOptions(ctx: Ctx, { country }: ListDeliveryOptions): Promise<{ data: DeliveryOption[] }> {
  return { data: optionsOf(await readCartOf(database(), ctx.actor), country) }
}

function optionsOf(row: CartRow, country: string): DeliveryOption[] {
  const { settings, cart, lines } = row
  const currency = cart?.currency ?? settings.currency
  return shippingTo(settings, country).map((method) => {
    const { totals, terms } = priceGoods(settings, lines, country, method, usableCoupon(row))
    const { code, name, description } = method
    return { code, name, description, totals: totalsView(totals, terms, currency) }
  })
}
