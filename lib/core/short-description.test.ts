import { expect, test } from 'vitest'
import { shortDescription } from './short-description'

test('a long text is cut between words, and no full stop stands before the dots', () => {
  expect(shortDescription(`${'Light that '.repeat(12)}goes. ${'Then more '.repeat(20)}`)).toMatch(/that goes\. Then more( Then)?…$/)
  expect(shortDescription(`${'Light that '.repeat(13)}is low. Extraordinarily`)).toMatch(/is low…$/)
  expect(shortDescription('Short.')).toBe('Short.')
})
