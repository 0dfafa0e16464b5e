import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '@/lib/core/money'
import { computeTotals } from '@/lib/pricing/compute-totals'
import { worthOfUnits } from './worth-of-units'

const usd = (amount: number) => money(amount, 'USD')
const anyLines = fc.array(fc.record({ priceMinor: fc.integer({ min: 0, max: 500_000 }), quantity: fc.integer({ min: 1, max: 20 }) }), {
  minLength: 1,
  maxLength: 20,
})
const anyRates = fc.record({
  taxRatePpm: fc.integer({ min: 0, max: 1_000_000 }),
  shippingRateMinor: fc.integer({ min: 0, max: 10_000 }),
  discountRatePpm: fc.integer({ min: 0, max: 1_000_000 }),
})

test('an order that is given back piece by piece, in pieces of any size, gives back what was paid for it and never more', () => {
  fc.assert(
    fc.property(anyLines, anyRates, fc.infiniteStream(fc.integer({ min: 1, max: 7 })), (lines, rates, pieces) => {
      const totals = computeTotals(lines, rates)
      const given = lines.map(({ priceMinor, quantity }, index) => {
        const [tax, discount] = [usd(totals.lineTaxMinor[index] ?? -1), usd(totals.lineDiscountMinor[index] ?? -1)]
        let sum = 0
        for (let refunded = 0; refunded < quantity; ) {
          const units = Math.min(pieces.next().value ?? 1, quantity - refunded)
          const worth = worthOfUnits({ price: usd(priceMinor), tax, discount, quantity, refunded }, units)
          expect(worth).toBeGreaterThanOrEqual(0)
          sum += worth
          refunded += units
        }
        return sum
      })
      expect(given.reduce((all, part) => all + part, 0)).toBe(totals.totalMinor - totals.shippingMinor)
    }),
  )
})
