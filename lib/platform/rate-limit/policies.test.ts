import { afterEach, expect, test, vi } from 'vitest'
import { parseEnv } from '@/lib/platform/env'
import { BLOCK_SECONDS, policies, violations } from './policies'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

test('R116, R118: whoever does not say who they are asks 100 times an hour and 20 times a minute', () => {
  expect(policies.anonymous.windows).toEqual([
    { limit: 100, seconds: 3600 },
    { limit: 20, seconds: 60 },
  ])
})

test('R117, R118, R119: who is signed in asks 1000 times an hour, 20 times a minute and 1000 times a day', () => {
  expect(policies.signed_in.windows).toEqual([
    { limit: 1000, seconds: 3600 },
    { limit: 20, seconds: 60 },
    { limit: 1000, seconds: 86_400 },
  ])
})

test('R120: ten checkouts an hour', () => {
  expect(policies.checkout.windows).toEqual([{ limit: 10, seconds: 3600 }])
})

test('R122, R123: ten violations, and a block of 24 hours', () => {
  expect(violations.windows[0]?.limit).toBe(10)
  expect(BLOCK_SECONDS).toBe(24 * 60 * 60)
})

test('R124: every limit can be set, with as many windows as one likes', async () => {
  vi.stubEnv('RATE_LIMIT_CHECKOUT', '3/60,7/600')
  vi.stubEnv('RATE_LIMIT_VIOLATIONS', '2/30')
  vi.stubEnv('RATE_LIMIT_BLOCK_SECONDS', '90')
  for (const name of Object.keys(policies)) if (name !== 'checkout') vi.stubEnv(`RATE_LIMIT_${name.toUpperCase()}`, '5/7')
  vi.resetModules()
  const set = await import('./policies')
  expect(set.policies.checkout.windows).toEqual([
    { limit: 3, seconds: 60 },
    { limit: 7, seconds: 600 },
  ])
  for (const { name, windows } of Object.values(set.policies))
    if (name !== 'checkout') expect([name, windows]).toEqual([name, [{ limit: 5, seconds: 7 }]])
  expect([set.violations.windows, set.BLOCK_SECONDS]).toEqual([[{ limit: 2, seconds: 30 }], 90])
})

test('R124: what is no limit is named at the start', () => {
  for (const wrong of ['10', '0/60', '10/0', '10/60;', 'ten/60', '10/60,', '-1/60']) {
    expect(() => parseEnv({ RATE_LIMIT_CHECKOUT: wrong })).toThrow(/RATE_LIMIT_CHECKOUT: must be like 100\/3600,20\/60/)
  }
})
