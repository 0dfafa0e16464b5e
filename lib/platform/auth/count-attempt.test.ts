import { afterEach, expect, test, vi } from 'vitest'
import { refusalOf } from '@/db/testing/refusals'
import { newId } from '@/lib/core/ids'
import { accountKeyOf, addressKeyOf, countAttempts } from './count-attempt'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('an IPv6 household is one address, an IPv4 address is itself', () => {
  expect(addressKeyOf('203.0.113.7')).toBe('203.0.113.7')
  expect(addressKeyOf('::ffff:203.0.113.7')).toBe('::ffff:203.0.113.7')
  const household = ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff'].map(addressKeyOf)
  expect(new Set(household)).toEqual(new Set(['2001:db8:1:2::/64']))
  expect(addressKeyOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
})

test('what is counted names no address, and is the same for capitals', () => {
  expect(accountKeyOf('password', 'Ada@Example.com')).toBe(accountKeyOf('password', 'ada@example.com'))
  expect(accountKeyOf('password', 'ada@example.com')).not.toContain('ada')
  expect(accountKeyOf('mail', 'ada@example.com')).not.toBe(accountKeyOf('password', 'ada@example.com'))
})

test('a hundred attempts at once are counted to a hundred', async () => {
  const attempt = { accountKey: newId(), address: '203.0.113.1', max: 1000 }
  const counted = await Promise.all(Array.from({ length: 100 }, () => countAttempts([attempt])))
  expect(new Set(counted.map(([one]) => one?.attempts)).size).toBe(100)
})

test('how many attempts and how long the lockout lasts can be set', async () => {
  vi.stubEnv('SIGN_IN_MAX_ATTEMPTS', '2')
  vi.stubEnv('SIGN_IN_LOCKOUT_SECONDS', '60')
  vi.resetModules()
  const { countPasswordAttempt } = await import('./sign-in-limit')
  const { closeDatabase } = await import('@/db/client')
  const ctx = { actor: { kind: 'guest', sessionKey: null }, requestId: newId(), clientAddress: '203.0.113.2' } as const
  await countPasswordAttempt(ctx, 'ada@example.com')
  await countPasswordAttempt(ctx, 'ada@example.com')
  const refusal = await refusalOf(countPasswordAttempt(ctx, 'ada@example.com'))
  expect([refusal.code, (refusal.options.retryAfterSeconds ?? 0) <= 60]).toEqual(['rate_limited', true])
  await closeDatabase()
})
