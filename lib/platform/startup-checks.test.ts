import { expect, test } from 'vitest'
import { startupProblems } from './startup-checks'

const safe = {
  APP_URL: 'https://shop.example.com',
  DATABASE_URL: 'postgres://shop@db.example.com/shop',
  HIGHSTREET_SECRET: 'q4Jp0yV7fTz1mXw8LrKc2NbHs6DgAu3e9RiYoEtWvZk=',
  TRUSTED_PROXY_HOPS: '1',
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
}

test('a deployed shop with safe settings may start', () => {
  expect(startupProblems(safe)).toEqual([])
})

test('a shop with test payments may start when that is allowed', () => {
  const { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET, ...rest } = safe
  expect(startupProblems({ ...rest, ALLOW_TEST_PAYMENTS: '1' })).toEqual([])
})

test.each([
  ['no secret', { HIGHSTREET_SECRET: '' }, /HIGHSTREET_SECRET is not set/],
  ['a short secret', { HIGHSTREET_SECRET: 'q4Jp0yV7fTz1mXw8LrKc2NbHs6DgAu3' }, /shorter than 32 bytes/],
  ['the default secret', { HIGHSTREET_SECRET: 'local-only-secret-local-only-secret' }, /one from an example/],
  ['a secret of one letter', { HIGHSTREET_SECRET: 'x'.repeat(64) }, /can be guessed/],
  ['an http origin', { APP_URL: 'http://shop.example.com' }, /begins with http/],
  ['no trusted proxy', { TRUSTED_PROXY_HOPS: '' }, /TRUSTED_PROXY_HOPS is not set/],
  ['no database', { DATABASE_URL: '' }, /DATABASE_URL is not set/],
  ['a test provider', { TEST_PAYMENTS_URL: 'http://127.0.0.1:1' }, /TEST_PAYMENTS_URL is set/],
  ['a Stripe test key', { STRIPE_SECRET_KEY: 'sk_test_1' }, /test key/],
  ['no way to pay', { STRIPE_SECRET_KEY: '' }, /Nobody could pay/],
  ['Stripe without its webhook secret', { STRIPE_WEBHOOK_SECRET: '' }, /anybody could report a payment/],
  ['Stripe somewhere else', { STRIPE_API_URL: 'https://fake.example.com' }, /not go to Stripe/],
  ['limits switched off', { RATE_LIMITS: 'off' }, /RATE_LIMITS is off/],
  ['S3 without its bucket', { USE_S3: '1', AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }, /AWS_STORAGE_BUCKET_NAME is not set/],
  ['mails from nobody', { SMTP_URL: 'smtps://user:word@mail.example.com' }, /MAIL_FROM is not set/],
  ['half of a Redis of its own', { CACHE_REDIS_REST_TOKEN: 'token' }, /CACHE_REDIS.*belong together/],
  ['jobs that anybody may start', { INNGEST_DEV: '1' }, /INNGEST_DEV is 1/],
  ['Inngest without its signing key', { INNGEST_EVENT_KEY: 'key' }, /INNGEST_SIGNING_KEY is not set/],
  ['Inngest without its event key', { INNGEST_BASE_URL: 'http://inngest:8288' }, /INNGEST_EVENT_KEY is not set/],
  ['half of Redis', { UPSTASH_REDIS_REST_URL: 'https://redis.example.com' }, /belong together/],
])('a deployed shop with %s is refused for that reason alone', (_, change, reason) => {
  expect(startupProblems({ ...safe, ...change })).toEqual([expect.stringMatching(reason)])
})

test('every reason is given at once', () => {
  expect(startupProblems({ APP_URL: 'http://shop.example.com' }).length).toBeGreaterThanOrEqual(5)
})
