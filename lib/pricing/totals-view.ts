import type { Totals } from '@/lib/cart/schemas'
import { money } from '@/lib/core/money'
import type { OrderTotals } from './compute-totals'

/** The rates and names that explain the amounts to a person. */
export type TotalsTerms = { taxRatePpm: number; taxName: string; shippingName: string; minDays: number; maxDays: number }

export function totalsView(totals: Omit<OrderTotals, 'lineTaxMinor'>, terms: TotalsTerms, currency: string): Totals {
  return {
    subtotal: money(totals.subtotalMinor, currency),
    tax: money(totals.taxMinor, currency),
    shipping: money(totals.shippingMinor, currency),
    discount: money(totals.discountMinor, currency),
    total: money(totals.totalMinor, currency),
    tax_name: terms.taxName,
    tax_percent: terms.taxRatePpm / 10_000,
    shipping_name: terms.shippingName,
    min_days: terms.minDays,
    max_days: terms.maxDays,
  }
}
