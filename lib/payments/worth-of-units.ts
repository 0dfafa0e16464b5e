import type { Money } from '@/lib/core/money'

type Line = { price: Money; tax: Money; discount: Money; quantity: number; refunded: number }

/**
 * What was paid for so many further units of a line, in minor units: their price and tax without their share of the discount. Counted
 * from what was refunded before, so that the parts of a line always add up to what it cost, however it is taken apart.
 */
export function worthOfUnits({ price, tax, discount, quantity, refunded }: Line, units: number): number {
  const paid = price.amount * quantity + tax.amount - discount.amount
  const upTo = (count: number) => Math.round((paid * count) / quantity)
  return upTo(refunded + units) - upTo(refunded)
}
