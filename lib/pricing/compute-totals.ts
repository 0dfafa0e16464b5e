import { applyRate, splitByLargestRemainder } from '@/lib/core/money'

/** `taxRatePpm`: what this line is taxed at, where that is not what the order is. */
export type PricedLine = { priceMinor: number; quantity: number; taxRatePpm?: number }

export type OrderTotals = {
  subtotalMinor: number
  taxMinor: number
  shippingMinor: number
  discountMinor: number
  totalMinor: number
  /** Each line's share of the tax, in the order of the lines; they add up to `taxMinor`. */
  lineTaxMinor: number[]
  /** Each line's share of the discount, in the order of the lines; they add up to `discountMinor`. */
  lineDiscountMinor: number[]
}

/**
 * Totals in minor units (R77–R80): tax = subtotal × rate, rounded half up once for each rate of the order and before any discount; the method's
 * rate as shipping when there is something to ship; the discount is a part of the subtotal, rounded half up once and never more than it;
 * total = subtotal + tax + shipping − discount.
 */
export function computeTotals(lines: PricedLine[], rates: { taxRatePpm: number; shippingRateMinor: number; discountRatePpm?: number }): OrderTotals {
  const lineSubtotals = lines.map(({ priceMinor, quantity }) => priceMinor * quantity)
  const subtotalMinor = lineSubtotals.reduce((sum, part) => sum + part, 0)
  const lineTaxMinor = taxOfLines(
    lineSubtotals,
    lines.map((line) => line.taxRatePpm ?? rates.taxRatePpm),
  )
  const taxMinor = lineTaxMinor.reduce((sum, part) => sum + part, 0)
  const shippingMinor = subtotalMinor > 0 ? rates.shippingRateMinor : 0
  const discountMinor = Math.min(applyRate(subtotalMinor, rates.discountRatePpm ?? 0), subtotalMinor)
  return {
    subtotalMinor,
    taxMinor,
    shippingMinor,
    discountMinor,
    totalMinor: subtotalMinor + taxMinor + shippingMinor - discountMinor,
    lineTaxMinor,
    lineDiscountMinor: splitByLargestRemainder(discountMinor, lineSubtotals),
  }
}

/** Each rate is applied to the sum of what it holds for, and shared over these lines. */
function taxOfLines(subtotals: number[], ratesPpm: number[]): number[] {
  const shares = subtotals.map(() => 0)
  for (const ratePpm of new Set(ratesPpm)) {
    const taxed = subtotals.flatMap((subtotal, index) => (ratesPpm[index] === ratePpm ? [{ subtotal, index }] : []))
    const base = taxed.reduce((sum, { subtotal }) => sum + subtotal, 0)
    const parts = splitByLargestRemainder(
      applyRate(base, ratePpm),
      taxed.map(({ subtotal }) => subtotal),
    )
    taxed.forEach(({ index }, at) => {
      shares[index] = parts[at] ?? 0
    })
  }
  return shares
}
