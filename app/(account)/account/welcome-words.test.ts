import { expect, test } from 'vitest'
import { welcomeWords } from './welcome-words'

test('a new account is told of guest orders only when it has some', () => {
  expect(welcomeWords(0)).toBe('Your e-mail address is confirmed.')
  expect(welcomeWords(1)).toContain('as a guest')
})
