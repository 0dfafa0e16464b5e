import { expect, test } from 'vitest'
import { parseEnv } from './env'

test.each([
  ['PORT', 'abc', 'PORT: must be a number'],
  ['PORT', '1.5', 'PORT: must be a whole number'],
  ['PORT', '0', 'PORT: must be at least 1'],
  ['PORT', '70000', 'PORT: must be at most 65535'],
  ['APP_URL', 'shop', 'APP_URL: must be an address like https://shop.example'],
  ['RATE_LIMITS', 'maybe', 'RATE_LIMITS: must be one of on, off, auto'],
])('%s=%s is answered with "%s"', (variable, value, sentence) => {
  expect(() => parseEnv({ [variable]: value })).toThrow(`The environment has a wrong value. ${sentence}. See .env.example.`)
})

test('R142, R158, R159, R125: the pool, the time for long queries and signing in begin as the requirements say', () => {
  expect(parseEnv({})).toMatchObject({
    MAX_DB_CONNECTIONS: 20,
    QUERY_TIMEOUT: 30,
    SIGN_IN_MAX_ATTEMPTS: 5,
    SIGN_IN_LOCKOUT_SECONDS: 900,
  })
})
