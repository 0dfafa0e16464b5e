import { formatMoney } from '@/lib/core/format-money'
import type { ShippingSettings } from '@/lib/settings/schemas'

type Method = ShippingSettings['methods'][number]
type Shop = Pick<ShippingSettings, 'currency' | 'locale'>

/** What a way to ship costs, in one line: `$9.00, from $50.00 on $3.00, free from $100.00`. */
export function priceWords({ rate_by, rate_minor, bands, free_from_minor }: Method, { currency, locale }: Shop): string {
  const words = (amount: number) => formatMoney({ amount, currency }, locale)
  const price = (amount: number) => (amount === 0 ? 'free' : words(amount))
  const steps =
    rate_by === 'order'
      ? [price(rate_minor)]
      : bands.map(({ from, rate_minor: rate }) =>
          from === 0 ? price(rate) : `from ${rate_by === 'weight' ? `${from / 1000} kg` : words(from)} on ${price(rate)}`,
        )
  const free = free_from_minor === null ? [] : [`free for orders from ${words(free_from_minor)}`]
  const text = [...steps, ...free].join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
