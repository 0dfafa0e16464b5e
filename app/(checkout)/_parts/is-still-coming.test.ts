import { expect, test } from 'vitest'
import { isStillComing } from './is-still-coming'

test('an order comes until it arrived, was cancelled, ran out of time or was paid back', () => {
  const open = { status: 'paid', payment_status: 'paid', is_payable: false } as const
  expect(isStillComing(open)).toBe(true)
  expect(isStillComing({ ...open, status: 'shipped', payment_status: 'partially_refunded' })).toBe(true)
  expect(isStillComing({ status: 'pending', payment_status: 'unpaid', is_payable: true })).toBe(true)
  expect(isStillComing({ status: 'pending', payment_status: 'unpaid', is_payable: false })).toBe(false)
  for (const status of ['delivered', 'cancelled', 'expired'] as const) expect(isStillComing({ ...open, status })).toBe(false)
  expect(isStillComing({ ...open, payment_status: 'refunded' })).toBe(false)
})
