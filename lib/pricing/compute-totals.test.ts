import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeTotals } from './compute-totals'

const rates = { taxRatePpm: 100_000, shippingRateMinor: 500 }
const anyLines = fc.array(fc.record({ priceMinor: fc.integer({ min: 0, max: 50_000_000 }), quantity: fc.integer({ min: 1, max: 99 }) }), {
  maxLength: 100,
})
const anyRates = fc.record({
  taxRatePpm: fc.integer({ min: 0, max: 1_000_000 }),
  shippingRateMinor: fc.integer({ min: 0, max: 100_000 }),
  discountRatePpm: fc.integer({ min: 0, max: 1_000_000 }),
})

test('ten per cent and five dollars: the default store (R78, R79, R80)', () => {
  expect(computeTotals([{ priceMinor: 1999, quantity: 2 }], rates)).toEqual({
    subtotalMinor: 3998,
    taxMinor: 400,
    shippingMinor: 500,
    discountMinor: 0,
    totalMinor: 4898,
    lineTaxMinor: [400],
    lineDiscountMinor: [0],
  })
})

test('nothing to ship costs nothing (R79)', () => {
  expect(computeTotals([], rates).totalMinor).toBe(0)
  expect(computeTotals([{ priceMinor: 0, quantity: 3 }], rates).shippingMinor).toBe(0)
})

test('half a cent of tax is rounded up, once per order and not per line', () => {
  expect(computeTotals([{ priceMinor: 5, quantity: 1 }], rates).taxMinor).toBe(1)
  expect(computeTotals([{ priceMinor: 4, quantity: 1 }], rates).taxMinor).toBe(0)
  const fourOfFour = Array.from({ length: 4 }, () => ({ priceMinor: 4, quantity: 1 }))
  expect(computeTotals(fourOfFour, rates).taxMinor).toBe(2)
})

test('a discount is a part of the subtotal, rounded half up once, and takes nothing off tax and shipping', () => {
  const tenOff = { ...rates, discountRatePpm: 100_000 }
  expect(computeTotals([{ priceMinor: 1999, quantity: 2 }], tenOff)).toMatchObject({ discountMinor: 400, taxMinor: 400, totalMinor: 4498 })
  expect(computeTotals([{ priceMinor: 5, quantity: 1 }], tenOff).discountMinor).toBe(1)
  expect(computeTotals([{ priceMinor: 4, quantity: 1 }], tenOff).discountMinor).toBe(0)
  expect(computeTotals([{ priceMinor: 999, quantity: 3 }], { ...rates, discountRatePpm: 1_000_000 }).totalMinor).toBe(300 + 500)
})

test('the parts always add up, whatever the lines and the rates', () => {
  fc.assert(
    fc.property(anyLines, anyRates, (lines, someRates) => {
      const totals = computeTotals(lines, someRates)
      const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
      expect(totals.subtotalMinor).toBe(sum(lines.map((line) => line.priceMinor * line.quantity)))
      expect(sum(totals.lineTaxMinor)).toBe(totals.taxMinor)
      expect(totals.totalMinor).toBe(totals.subtotalMinor + totals.taxMinor + totals.shippingMinor - totals.discountMinor)
      const exactTimesMillion = BigInt(totals.subtotalMinor) * BigInt(someRates.taxRatePpm)
      const difference = BigInt(totals.taxMinor) * 1_000_000n - exactTimesMillion
      expect(difference > -500_000n && difference <= 500_000n).toBe(true)
      expect(totals.lineTaxMinor.every((share) => share >= 0)).toBe(true)
      expect(sum(totals.lineDiscountMinor)).toBe(totals.discountMinor)
      const off = BigInt(totals.discountMinor) * 1_000_000n - BigInt(totals.subtotalMinor) * BigInt(someRates.discountRatePpm)
      expect(off > -500_000n && off <= 500_000n).toBe(true)
      lines.forEach(({ priceMinor, quantity }, index) => {
        expect(totals.lineDiscountMinor[index]).toBeGreaterThanOrEqual(0)
        expect(totals.lineDiscountMinor[index]).toBeLessThanOrEqual(priceMinor * quantity)
      })
    }),
  )
})

test('no line carries a whole unit more tax than its exact share', () => {
  fc.assert(
    fc.property(anyLines, anyRates, (lines, someRates) => {
      const totals = computeTotals(lines, someRates)
      if (totals.subtotalMinor === 0) return
      lines.forEach((line, index) => {
        const exact = (BigInt(totals.taxMinor) * BigInt(line.priceMinor * line.quantity)) / BigInt(totals.subtotalMinor)
        const share = BigInt(totals.lineTaxMinor[index] ?? -1)
        expect(share === exact || share === exact + 1n).toBe(true)
      })
    }),
  )
})
