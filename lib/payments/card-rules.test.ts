import { expect, test } from 'vitest'
import { testCards } from '@/local/test-payments/cards'
import { faultInExpiry, faultInNumber } from './card-rules'
import { PayOrder } from './schemas'

test('every card of the test provider is a card number, and one wrong or swapped digit is not', () => {
  for (const { number } of testCards) expect(faultInNumber(number)).toBeNull()
  expect(faultInNumber('4242424242424241')).toBe('This is not a card number. Please check its digits.')
  expect(faultInNumber('4000000000002020')).toBe('This is not a card number. Please check its digits.')
  expect(faultInNumber('4242')).toBe('Enter the card number.')
})

test('a card is good until the end of its month', () => {
  const at = (text: string) => new Date(text)
  expect(faultInExpiry('11/26', at('2026-11-30T23:59:59Z'))).toBeNull()
  expect(faultInExpiry('11/26', at('2026-12-02T00:00:00Z'))).toBe('This card has expired. Please use another one.')
  expect(faultInExpiry('12/26', at('2027-01-02T00:00:00Z'))).toBe('This card has expired. Please use another one.')
  expect(faultInExpiry('13/26')).toBe('Enter month and year as MM/YY.')
})

test('the payment names the field that is wrong', () => {
  const card = { number: '4242 4242 4242 4241', expiry: '01/20', cvc: '12' }
  const { error } = PayOrder.safeParse({ number: 'HS-1', method: 'test_card', card })
  expect(error?.issues.map(({ path, message }) => [path.join('/'), message])).toEqual([
    ['card/number', 'This is not a card number. Please check its digits.'],
    ['card/expiry', 'This card has expired. Please use another one.'],
    ['card/cvc', 'Enter the three or four digits on your card.'],
  ])
})
