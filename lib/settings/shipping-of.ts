import type { ShippingMethod, ShopSettings } from './read-settings'

type Shipping = Pick<ShopSettings, 'shippingMethods' | 'shippingZones'>

/**
 * How an order can travel to this country, the usual way first: by what its zone has, or by what has no
 * zone. None: the shop does not deliver there.
 */
export function shippingTo({ shippingMethods, shippingZones }: Shipping, country: string): ShippingMethod[] {
  const zoneId = shippingZones.find(({ countries }) => countries.includes(country))?.id ?? null
  return shippingMethods.filter((method) => method.zoneId === zoneId)
}

/** What it costs for goods of this value and weight. */
export function shippingRate(method: Pick<ShippingMethod, 'rateBy' | 'rateMinor' | 'bands' | 'freeFromMinor'>, goods: Goods): number {
  const { rateBy, rateMinor, bands, freeFromMinor } = method
  if (freeFromMinor !== null && goods.subtotalMinor >= freeFromMinor) return 0
  if (rateBy === 'order') return rateMinor
  const measure = rateBy === 'weight' ? goods.weightGrams : goods.subtotalMinor
  return bands.findLast(({ from }) => from <= measure)?.rateMinor ?? rateMinor
}

type Goods = { subtotalMinor: number; weightGrams: number }

/** The least that anybody pays for it, for pages that know no cart. */
export const lowestShippingRate = ({ rateBy, rateMinor, bands }: Pick<ShippingMethod, 'rateBy' | 'rateMinor' | 'bands'>): number =>
  rateBy === 'order' ? rateMinor : Math.min(...bands.map((band) => band.rateMinor))
