import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CategoryId, newId, type ShippingZoneId } from '@/lib/core/ids'
import type { ShippingMethod, ShopSettings } from '@/lib/settings/read-settings'
import { shippingRate, shippingTo } from '@/lib/settings/shipping-of'
import { priceGoods } from './price-goods'
import { taxOf } from './tax-of'
import { totalsView } from './totals-view'

const [books, novels, lamps] = [newId<CategoryId>(), newId<CategoryId>(), newId<CategoryId>()]
const europe = newId<ShippingZoneId>()
const post: ShippingMethod = {
  code: 'standard',
  name: 'Standard delivery',
  description: '',
  zoneId: null,
  rateBy: 'order',
  rateMinor: 500,
  bands: [],
  freeFromMinor: null,
  minDays: 2,
  maxDays: 4,
}
const shop: ShopSettings = {
  shopId: newId(),
  shopName: 'Highstreet',
  currency: 'USD',
  locale: 'en-US',
  timeZone: 'UTC',
  taxName: 'Sales tax',
  taxRatePpm: 100_000,
  supportEmail: 'hello@example.com',
  mailSenderName: '',
  mailReplyTo: '',
  homeCountry: 'US',
  postalAddress: '',
  taxNumber: '',
  paymentsOff: [],
  taxRates: [
    { name: 'VAT', ratePpm: 190_000, country: 'DE', categoryIds: null },
    { name: 'VAT', ratePpm: 70_000, country: 'DE', categoryIds: [books, novels] },
    { name: 'Book tax', ratePpm: 50_000, country: null, categoryIds: [books, novels] },
    { name: 'Novel tax', ratePpm: 0, country: null, categoryIds: [novels] },
  ],
  shippingZones: [{ id: europe, name: 'Europe', countries: ['DE', 'FR'] }],
  shippingMethods: [post, { ...post, code: 'van', name: 'Van', zoneId: europe, rateMinor: 900 }],
}
const line = (categoryId: CategoryId, priceMinor: number, quantity = 1, weightGrams = 0) => ({ categoryId, priceMinor, quantity, weightGrams })

test('a rate of the country comes first, then the nearest category, then the shop’s own rate', () => {
  expect(taxOf(shop, 'DE', lamps).ratePpm).toBe(190_000)
  expect(taxOf(shop, 'DE', books).ratePpm).toBe(70_000)
  expect(taxOf(shop, 'DE', novels).ratePpm).toBe(70_000)
  expect(taxOf(shop, 'US', books)).toEqual({ name: 'Book tax', ratePpm: 50_000 })
  expect(taxOf(shop, 'US', novels).ratePpm).toBe(0)
  expect(taxOf(shop, 'US', lamps)).toEqual({ name: 'Sales tax', ratePpm: 100_000 })
})

test('lines of two rates are taxed rate by rate, and the order says both', () => {
  const { totals, terms } = priceGoods(shop, [line(lamps, 10_000), line(books, 1_999), line(lamps, 2_000)], 'DE', post)
  expect(totals).toMatchObject({ subtotalMinor: 13_999, taxMinor: 2_280 + 140, totalMinor: 13_999 + 2_420 + 500, lineTaxMinor: [1_900, 140, 380] })
  const view = totalsView(totals, terms, 'USD')
  expect(view).toMatchObject({ tax_name: 'VAT', tax_percent: null })
  expect(view.taxes.map(({ percent, base, tax }) => [percent, base.amount, tax.amount])).toEqual([
    [19, 12_000, 2_280],
    [7, 1_999, 140],
  ])
})

test('one rate for all is told as one, whatever the rows', () => {
  const { totals, terms } = priceGoods({ ...shop, taxRates: [] }, [line(lamps, 1_999, 2)], 'US', post)
  expect(totals).toMatchObject({ taxMinor: 400, shippingMinor: 500, totalMinor: 4_898 })
  expect(totalsView(totals, terms, 'USD')).toMatchObject({ tax_name: 'Sales tax', tax_percent: 10, taxes: [{ percent: 10, tax: { amount: 400 } }] })
})

test('a country has what its zone has, every other what has no zone', () => {
  expect(shippingTo(shop, 'FR').map(({ code }) => code)).toEqual(['van'])
  expect(shippingTo(shop, 'JP').map(({ code }) => code)).toEqual(['standard'])
  expect(shippingTo({ ...shop, shippingMethods: [post] }, 'FR')).toEqual([])
})

test('a rate by value or by weight is that of the last band that has begun, and free from its amount on', () => {
  const bands = [
    { from: 0, rateMinor: 900 },
    { from: 2_000, rateMinor: 600 },
    { from: 5_000, rateMinor: 300 },
  ]
  const byValue = { ...post, rateBy: 'subtotal', bands, freeFromMinor: 9_000 } as const
  const at = (subtotalMinor: number) => shippingRate(byValue, { subtotalMinor, weightGrams: 0 })
  expect([1, 1_999, 2_000, 4_999, 5_000, 8_999, 9_000].map(at)).toEqual([900, 900, 600, 600, 300, 300, 0])
  const { totals } = priceGoods(shop, [line(lamps, 100, 3, 800)], 'US', { ...post, rateBy: 'weight', bands })
  expect(totals.shippingMinor).toBe(600)
})

test('with any rates on any lines the parts add up to the total', () => {
  const rates = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 3, maxLength: 3 })
  const goods = fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 1, max: 99 })), {
    maxLength: 40,
  })
  const categories = [books, novels, lamps] as const
  fc.assert(
    fc.property(rates, goods, (ppm, picked) => {
      const taxRates = categories.map((id, index) => ({ name: 'Tax', ratePpm: ppm[index] ?? 0, country: null, categoryIds: [id] }))
      const lines = picked.map(([index, priceMinor, quantity]) => line(categories[index] ?? lamps, priceMinor, quantity))
      const { totals, terms } = priceGoods({ ...shop, taxRates }, lines, 'US', post)
      const view = totalsView(totals, terms, 'USD')
      expect(totals.lineTaxMinor.reduce((sum, part) => sum + part, 0)).toBe(totals.taxMinor)
      expect(view.taxes.reduce((sum, { tax }) => sum + tax.amount, 0)).toBe(totals.taxMinor)
      expect(view.taxes.reduce((sum, { base }) => sum + base.amount, 0)).toBe(totals.subtotalMinor)
    }),
  )
})
