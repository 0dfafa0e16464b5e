import { expect, test } from 'vitest'
import { z } from 'zod'
import { AddItem, ChangeItem } from '@/lib/cart/schemas'
import { ListProducts } from '@/lib/catalog/schemas'
import { newId } from '@/lib/core/ids'
import { ListOrders } from '@/lib/orders/list-schemas'
import { RequestReturn } from '@/lib/returns/schemas'
import { ListReviews, WriteReview } from '@/lib/reviews/schemas'

const notNumbers = [
  null,
  '',
  ' ',
  ' 2',
  '2 ',
  [],
  [2],
  {},
  false,
  true,
  '1e1',
  '0x2',
  '0b1',
  '+2',
  '-2',
  '2.0',
  '2.5',
  2.5,
  -2,
  'two',
  '２',
  'Infinity',
]

test('what is no whole number is refused in a body with a sentence for people, and never taken for 0 or 1', () => {
  const line = { order_item_id: newId(), reason: 'other' }
  const bodies: [string, z.ZodType, (value: unknown) => unknown][] = [
    ['quantity', ChangeItem, (quantity) => ({ id: newId(), quantity })],
    ['quantity', AddItem, (quantity) => ({ variant_id: newId(), quantity })],
    ['lines.0.quantity', RequestReturn, (quantity) => ({ number: 'HS-1', lines: [{ ...line, quantity }] })],
    ['rating', WriteReview, (rating) => ({ slug: 'lamp', title: 'Bright', body: 'Very bright indeed.', rating })],
  ]
  for (const [path, schema, body] of bodies) {
    for (const value of notNumbers) {
      const issues = schema.safeParse(body(value)).error?.issues.map((issue) => [issue.path.join('.'), issue.message])
      expect([path, value, issues]).toEqual([
        path,
        value,
        [[path, expect.stringMatching(/^(Write a whole number from \d to \d+|Choose one to five stars)\.$/)]],
      ])
    }
    for (const value of [2, '2', '02']) expect([path, value, schema.safeParse(body(value)).success]).toEqual([path, value, true])
  }
})

test('a query that is no number is refused, not read as 0', () => {
  const queries: [z.ZodType, Record<string, string>][] = [
    ...['price_min', 'price_max', 'rating_min', 'page', 'page_size'].map((name): [z.ZodType, Record<string, string>] => [
      ListProducts,
      { [name]: '' },
    ]),
    [ListOrders, { year: '' }],
    [ListReviews, { slug: 'lamp', stars: '' }],
  ]
  for (const [schema, fields] of queries) {
    const [name = ''] = Object.keys(fields).slice(-1)
    for (const value of ['', ' ', '0x2', '2e0', '+2', 'NaN'])
      expect([name, value, schema.safeParse({ ...fields, [name]: value }).success]).toEqual([name, value, false])
  }
  expect(ListProducts.parse({ price_min: '0', rating_min: '4.5', page: '2' })).toMatchObject({
    price_min: 0,
    rating_min: 4.5,
    page: 2,
    page_size: 20,
  })
})

test('the API says which numbers it takes, and which fields may be left out', () => {
  const input = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  expect(input(ChangeItem)).toMatchObject({ properties: { quantity: { type: 'integer', minimum: 0, maximum: 99 } }, required: ['id', 'quantity'] })
  expect(input(AddItem)).toMatchObject({
    properties: { quantity: { type: 'integer', minimum: 1, maximum: 99, default: 1 } },
    required: ['variant_id'],
  })
  expect(input(ListProducts)).toMatchObject({ properties: { page: { type: 'integer', minimum: 1 }, rating_min: { type: 'number', maximum: 5 } } })
  expect(input(ListProducts).required).toBeUndefined()
})
