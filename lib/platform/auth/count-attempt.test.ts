import { afterEach, expect, test, vi } from 'vitest'
import { refusalOf } from '@/db/testing/refusals'
import { newId } from '@/lib/core/ids'
import { accountKeyOf, countAttempts } from './count-attempt'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
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
