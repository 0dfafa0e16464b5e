import { expect, test } from 'vitest'
import { workingDays } from './shipping-words'

test('how long it takes is said in working days, as it is counted', () => {
  expect(workingDays({ minDays: 2, maxDays: 4 })).toBe('2 to 4 working days')
  expect(workingDays({ minDays: 3, maxDays: 3 })).toBe('3 working days')
  expect(workingDays({ minDays: 1, maxDays: 1 })).toBe('1 working day')
})
