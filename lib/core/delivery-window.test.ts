import { expect, test } from 'vitest'
import { deliveryDates, deliveryWindow } from './delivery-window'

const friday = '2026-11-20T12:00:00Z'

test('two to four working days from a Friday are Tuesday to Thursday', () => {
  expect(deliveryWindow(friday, 2, 4, 'en-US', 'UTC')).toBe('Tuesday to Thursday')
  expect(deliveryDates(friday, 2, 4, 'en-US', 'UTC')).toBe('Tue, Nov 24 to Thu, Nov 26')
})

test('beyond a week a weekday would be ambiguous, so dates are given', () => {
  expect(deliveryWindow(friday, 5, 8, 'en-US', 'UTC')).toBe('Nov 27 to Dec 2')
})

test('a single day is said once', () => {
  expect(deliveryWindow(friday, 1, 1, 'en-US', 'UTC')).toBe('Monday')
})

test('the day is counted where the shop is, not where the clock is', () => {
  const lateSunday = '2026-11-23T03:00:00Z'
  expect(deliveryWindow(lateSunday, 1, 1, 'en-US', 'America/New_York')).toBe('Monday')
  expect(deliveryWindow(lateSunday, 1, 1, 'en-US', 'UTC')).toBe('Tuesday')
})
