import { expect, test } from 'vitest'
import { writtenAmount, writtenNumber } from './written-number'

test.each([
  ['1299', 2, 1299],
  ['12.5', 2, 12.5],
  ['12,5', 2, 12.5],
  ['0.05', 2, 0.05],
  ['1,299', 2, 1299],
  ['1,299.50', 2, 1299.5],
  ['1,234,567', 2, 1_234_567],
  ['1.299,50', 2, 1299.5],
  ['1 299,50', 2, 1299.5],
  ['1’299.50', 2, 1299.5],
  ['1,000', 0, 1000],
  ['8.875', 4, 8.875],
  ['1.234', 3, 1.234],
  ['1,234.5', 3, 1234.5],
])('%s with up to %d decimals is %d', (text, decimals, number) => {
  expect(writtenNumber(text, decimals)).toBe(number)
})

test.each([
  ['1.299', 2],
  ['12.345', 2],
  ['8,875', 4],
  ['1.5', 0],
  ['1.000', 0],
  ['12,34', 0],
  ['1,23,456', 2],
  ['-5', 2],
  ['+5', 2],
  ['1e3', 2],
  ['', 2],
  ['.', 2],
  ['5.', 2],
  ['12345678901', 2],
])('%s with up to %d decimals is refused: it is no number, or might be two', (text, decimals) => {
  expect(writtenNumber(text, decimals)).toBeNull()
})

test('an amount may carry its currency, and never a minus', () => {
  expect(['$1,299.50', '1.299,50 €', 'USD 16', '19.99'].map((text) => writtenAmount(text, 2))).toEqual([129_950, 129_950, 1600, 1999])
  expect(['-5', '$-5', '1.234', 'five'].map((text) => writtenAmount(text, 2))).toEqual([null, null, null, null])
  expect(writtenAmount('¥1,200', 0)).toBe(1200)
})
