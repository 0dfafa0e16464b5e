import { formatMoney } from '@/lib/core/format-money'
import type { ShippingMethod, ShopSettings } from '@/lib/settings/read-settings'
import { lowestShippingRate } from '@/lib/settings/shipping-of'

type Shop = Pick<ShopSettings, 'currency' | 'locale'>

/** What a way of shipping costs, before there is a cart: `free`, `$5.00`, `from $3.00, free from $50.00`. */
export function shippingPrice(method: ShippingMethod, { currency, locale }: Shop): string {
  const words = (amount: number) => formatMoney({ amount, currency }, locale)
  const lowest = lowestShippingRate(method)
  if (method.rateBy === 'order' && lowest === 0) return 'free'
  const price = `${method.rateBy === 'order' ? '' : 'from '}${words(lowest)}`
  return method.freeFromMinor === null ? price : `${price}, free from ${words(method.freeFromMinor)}`
}

/** The same in a sentence or two, with each step of what it depends on. */
export function shippingSentences({ rateBy, rateMinor, bands, freeFromMinor }: ShippingMethod, { currency, locale }: Shop): string {
  const words = (amount: number) => formatMoney({ amount, currency }, locale)
  const free = freeFromMinor === null ? '' : ` Free for orders from ${words(freeFromMinor)}.`
  if (rateBy === 'order')
    return rateMinor === 0 ? 'Free of charge.' : `${words(rateMinor)} for the whole order, however many things are in it.${free}`
  const steps = bands.map((band) => {
    const from = rateBy === 'weight' ? `${(band.from / 1000).toLocaleString(locale)} kg` : words(band.from)
    return `${band.rateMinor === 0 ? 'free' : words(band.rateMinor)}${band.from === 0 ? '' : ` from ${from}`}`
  })
  return `By the ${rateBy === 'weight' ? 'weight' : 'value'} of the order: ${steps.join(', ')}.${free}`
}

/** How long it takes: `1 working day`, `2 to 4 working days`. Counted as in `lib/core/delivery-window.ts`. */
export function workingDays({ minDays, maxDays }: Pick<ShippingMethod, 'minDays' | 'maxDays'>): string {
  const days = minDays === maxDays ? String(maxDays) : `${minDays} to ${maxDays}`
  return `${days} working ${maxDays === 1 ? 'day' : 'days'}`
}
