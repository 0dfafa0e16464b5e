import { expect, test } from 'vitest'
import { orderOfFields } from './order-of-fields'

const fields = {
  email: 'ada@example.com',
  'shipping_address/city': 'London',
  'billing_address/city': '',
  'expected_total/amount': '4210',
  'expected_total/currency': 'USD',
  shipping_method: 'standard',
}

test('fields named like pointers become the object they point into', () => {
  expect(orderOfFields({ ...fields, billing_same: 'on', marketing_consent: 'on' })).toEqual({
    email: 'ada@example.com',
    shipping_address: { city: 'London' },
    billing_address: null,
    expected_total: { amount: 4210, currency: 'USD' },
    shipping_method: 'standard',
    marketing_consent: true,
  })
})

test('without the tick the billing address counts, even an empty one', () => {
  expect(orderOfFields(fields)).toMatchObject({ billing_address: { city: '' }, marketing_consent: false })
})
