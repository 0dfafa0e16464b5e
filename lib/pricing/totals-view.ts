import type { TotalsExplanation } from '@/db/schema/orders'
import type { Totals } from '@/lib/cart/schemas'
import { money } from '@/lib/core/money'
import type { OrderTotals } from './compute-totals'

/** The rates and names that explain the amounts to a person. */
export type TotalsTerms = TotalsExplanation

export function totalsView(totals: Omit<OrderTotals, 'lineTaxMinor' | 'lineDiscountMinor'>, terms: TotalsTerms, currency: string): Totals {
  return {
    subtotal: money(totals.subtotalMinor, currency),
    tax: money(totals.taxMinor, currency),
    shipping: money(totals.shippingMinor, currency),
    discount: money(totals.discountMinor, currency),
    total: money(totals.totalMinor, currency),
    discount_code: terms.discount?.code ?? null,
    discount_percent: terms.discount ? terms.discount.ratePpm / 10_000 : null,
    tax_name: terms.taxName,
    tax_percent: terms.taxes ? null : terms.taxRatePpm / 10_000,
    taxes: (terms.taxes ?? [{ name: terms.taxName, ratePpm: terms.taxRatePpm, baseMinor: totals.subtotalMinor, taxMinor: totals.taxMinor }]).map(
      ({ name, ratePpm, baseMinor, taxMinor }) => ({
        name,
        percent: ratePpm / 10_000,
        base: money(baseMinor, currency),
        tax: money(taxMinor, currency),
      }),
    ),
    shipping_name: terms.shippingName,
    min_days: terms.minDays,
    max_days: terms.maxDays,
  }
}
