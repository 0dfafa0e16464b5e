import type { CategoryId } from '@/lib/core/ids'
import type { ShippingMethod, ShopSettings } from '@/lib/settings/read-settings'
import { shippingRate } from '@/lib/settings/shipping-of'
import { computeTotals, type OrderTotals } from './compute-totals'
import { type Tax, taxOf } from './tax-of'
import type { TotalsTerms } from './totals-view'

export type Goods = { priceMinor: number; quantity: number; categoryId: CategoryId; weightGrams: number }

/** What a code takes off the subtotal. */
export type Discount = { code: string; ratePpm: number }

/**
 * What goods cost that go to this country in this way, and why. Without a way (the shop does not deliver there) shipping costs nothing and
 * has no name; nothing can be ordered so. A discount that comes to nothing is not told.
 */
export function priceGoods(
  settings: ShopSettings,
  lines: Goods[],
  country: string,
  method?: ShippingMethod,
  discount?: Discount | null,
): { totals: OrderTotals; terms: TotalsTerms } {
  const taxes = lines.map(({ categoryId }) => taxOf(settings, country, categoryId))
  const subtotalMinor = lines.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0)
  const weightGrams = lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0)
  const totals = computeTotals(
    lines.map((line, index) => ({ ...line, taxRatePpm: taxes[index]?.ratePpm })),
    {
      taxRatePpm: settings.taxRatePpm,
      shippingRateMinor: method ? shippingRate(method, { subtotalMinor, weightGrams }) : 0,
      discountRatePpm: discount?.ratePpm,
    },
  )
  const shipping = method
    ? { shippingName: method.name, minDays: method.minDays, maxDays: method.maxDays }
    : { shippingName: '', minDays: 0, maxDays: 0 }
  const reduced = discount && totals.discountMinor > 0 ? { discount: { code: discount.code, ratePpm: discount.ratePpm } } : {}
  return { totals, terms: { ...taxTerms(settings, lines, taxes, totals), ...reduced, ...shipping } }
}

/** One tax is told by its name and rate; several by their parts too, in the order of the lines. */
function taxTerms({ taxName, taxRatePpm }: ShopSettings, lines: Goods[], taxes: Tax[], { lineTaxMinor }: OrderTotals) {
  const parts = new Map<string, NonNullable<TotalsTerms['taxes']>[number]>()
  lines.forEach(({ priceMinor, quantity }, index) => {
    const tax = taxes[index]
    if (!tax) return
    const part = parts.get(`${tax.ratePpm} ${tax.name}`) ?? { ...tax, baseMinor: 0, taxMinor: 0 }
    parts.set(`${tax.ratePpm} ${tax.name}`, {
      ...part,
      baseMinor: part.baseMinor + priceMinor * quantity,
      taxMinor: part.taxMinor + (lineTaxMinor[index] ?? 0),
    })
  })
  const all = [...parts.values()]
  const [first = { name: taxName, ratePpm: taxRatePpm }] = all
  const names = [...new Set(all.map(({ name }) => name))]
  if (all.length <= 1) return { taxName: first.name, taxRatePpm: first.ratePpm }
  return { taxName: names.join(', '), taxRatePpm: first.ratePpm, taxes: all }
}
