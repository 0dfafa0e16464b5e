import { expect, test } from 'vitest'
import { PayOrder } from '@/lib/payments/schemas'
import { checkCard } from './card-fields'

const right = { number: '4242 4242 4242 4242', expiry: '12/30', cvc: '123' }

test('a card that passes here passes the schema of the payment', () => {
  expect(checkCard(right)).toEqual({})
  expect(PayOrder.safeParse({ number: 'HS-1', method: 'test_card', card: right }).success).toBe(true)
})

test('each wrong field is named in the words of the schema', () => {
  const wrong = { number: '4242', expiry: '13/30', cvc: '1' }
  const said = PayOrder.safeParse({ number: 'HS-1', method: 'test_card', card: wrong }).error?.issues.map((issue) => issue.message)
  expect(Object.values(checkCard(wrong))).toEqual(said)
})
