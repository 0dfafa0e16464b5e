import { applyRate, splitByLargestRemainder } from '@/lib/core/money'

export type PricedLine = { priceMinor: number; quantity: number }

export type OrderTotals = {
  subtotalMinor: number
  taxMinor: number
  shippingMinor: number
  discountMinor: number
  totalMinor: number
  /** Each line's share of the tax, in the order of the lines; they add up to `taxMinor`. */
  lineTaxMinor: number[]
}

/**
 * Totals in minor units (R77–R80): tax = subtotal × rate, rounded half up once per order and before any discount; the method's
 * rate as shipping when there is something to ship; total = subtotal + tax + shipping − discount.
 */
export function computeTotals(lines: PricedLine[], rates: { taxRatePpm: number; shippingRateMinor: number }): OrderTotals {
  const lineSubtotals = lines.map(({ priceMinor, quantity }) => priceMinor * quantity)
  const subtotalMinor = lineSubtotals.reduce((sum, part) => sum + part, 0)
  const taxMinor = applyRate(subtotalMinor, rates.taxRatePpm)
  const shippingMinor = subtotalMinor > 0 ? rates.shippingRateMinor : 0
  // No promotion exists yet; the column and the formula are there for it.
  const discountMinor = 0
  return {
    subtotalMinor,
    taxMinor,
    shippingMinor,
    discountMinor,
    totalMinor: subtotalMinor + taxMinor + shippingMinor - discountMinor,
    lineTaxMinor: splitByLargestRemainder(taxMinor, lineSubtotals),
  }
}
