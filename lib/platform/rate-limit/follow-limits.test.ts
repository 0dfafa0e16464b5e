import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startInstance } from '@/local/testing/limits'
import { startRedis } from '@/local/testing/redis'

/* Each instance is a process of its own as far as limits go; Redis is the stand-in, asked by the library that the shop uses. */

const START = Date.UTC(2027, 0, 1)

let redis: Awaited<ReturnType<typeof startRedis>>
let caller = 0

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  redis = await startRedis()
})
afterEach(async () => {
  await store({})
  vi.useRealTimers()
  await (await import('@/db/client')).closeDatabase()
  vi.unstubAllEnvs()
  await redis.close()
})

const somebody = () => `192.0.2.${++caller}`
const store = async (set: unknown) =>
  (await import('@/db/client')).database().execute(sql`update settings set rate_limits = ${JSON.stringify(set)}::text::jsonb`)

type Instance = Awaited<ReturnType<typeof startInstance>>

async function passing({ countExactly, policies }: Instance, key: string, times: number): Promise<number> {
  let passed = 0
  for (let time = 0; time < times; time++) if ((await countExactly([{ policy: policies.checkout, key }]))[0]?.isAllowed) passed++
  return passed
}

const passingHere = ({ countHere, tallyOf, policies }: Instance, key: string, times: number): number =>
  Array.from({ length: times }).filter(() => countHere(tallyOf(policies.shop, key), Date.now())).length

test('R116: a process that starts reads what is set before it counts anybody, in one statement', async () => {
  const instance = await startInstance(redis.url)
  const { recordStatements } = await import('@/db/statements')
  await store({ checkout: [{ limit: 3, seconds: 60 }] })
  expect(instance.policies.checkout.windows).toEqual([{ limit: 10, seconds: 3600 }])
  const { statements } = await recordStatements(() => instance.followLimits())
  expect(statements).toHaveLength(1)
  expect(instance.policies.checkout.windows).toEqual([{ limit: 3, seconds: 60 }])
  expect(instance.policies.payments.windows).toEqual([{ limit: 20, seconds: 3600 }])
  expect(await passing(instance, somebody(), 5)).toBe(3)
})

test('an instance learns of a change from the log of invalidations, and of the way back', async () => {
  const instance = await startInstance(redis.url)
  await instance.followLimits()
  const { applyInvalidation } = await import('@/lib/platform/cache/invalidation-listeners')
  await store({ checkout: [{ limit: 3, seconds: 60 }] })
  applyInvalidation(['settings'])
  await new Promise(setImmediate)
  expect(instance.policies.checkout.windows).toEqual([{ limit: 10, seconds: 3600 }])
  applyInvalidation(['request_limits'])
  await expect.poll(() => instance.policies.checkout.windows).toEqual([{ limit: 3, seconds: 60 }])
  await store({})
  applyInvalidation(['request_limits'])
  await expect.poll(() => instance.policies.checkout.windows).toEqual([{ limit: 10, seconds: 3600 }])
})

test('the bundle of the pages counts by what the bundle of the entry has read', async () => {
  const entry = await startInstance(redis.url)
  await store({ checkout: [{ limit: 3, seconds: 60 }] })
  vi.resetModules()
  const pages = await import('./policies')
  expect(pages.policies).not.toBe(entry.policies)
  await entry.followLimits()
  expect(pages.policies.checkout.windows).toEqual([{ limit: 3, seconds: 60 }])
})

test('while Postgres cannot say, what is known holds', async () => {
  const instance = await startInstance(redis.url)
  await store({ checkout: [{ limit: 3, seconds: 60 }] })
  await instance.followLimits()
  const { applyInvalidation } = await import('@/lib/platform/cache/invalidation-listeners')
  const { database } = await import('@/db/client')
  await database().execute(sql`alter table settings rename column rate_limits to away`)
  applyInvalidation(['request_limits'])
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(instance.policies.checkout.windows).toEqual([{ limit: 3, seconds: 60 }])
  await database().execute(sql`alter table settings rename column away to rate_limits`)
  await store({})
  await expect.poll(() => instance.policies.checkout.windows).toEqual([{ limit: 10, seconds: 3600 }])
})

test('what a variable sets stays, whatever is stored', async () => {
  const instance = await startInstance(redis.url, { RATE_LIMIT_CHECKOUT: '7/60' })
  instance.holdLimits({ checkout: [{ limit: 3, seconds: 60 }], payments: [{ limit: 1, seconds: 60 }] })
  expect([instance.policies.checkout.windows, instance.policies.payments.windows]).toEqual([[{ limit: 7, seconds: 60 }], [{ limit: 1, seconds: 60 }]])
})

test('Redis counts by the new limit at once, and what was counted before still counts', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  expect(await passing(instance, key, 9)).toBe(9)
  instance.holdLimits({ checkout: [{ limit: 12, seconds: 3600 }] })
  expect(await passing(instance, key, 5)).toBe(3)
  instance.holdLimits({ checkout: [{ limit: 2, seconds: 3600 }] })
  expect(await passing(instance, key, 1)).toBe(0)
  // Higher again: the refusal of a moment ago holds no longer, and a window that is new has counted nobody.
  instance.holdLimits({
    checkout: [
      { limit: 100, seconds: 3600 },
      { limit: 4, seconds: 60 },
    ],
  })
  expect(await passing(instance, key, 9)).toBe(4)
})

test('the entry counts by the new limit at once, and goes on from what it has counted', async () => {
  const instance = await startInstance(undefined)
  const key = somebody()
  expect(passingHere(instance, key, 650)).toBe(600)
  instance.holdLimits({ shop: [{ limit: 700, seconds: 60 }] })
  expect(passingHere(instance, key, 650)).toBe(100)
  instance.holdLimits({ shop: [{ limit: 120, seconds: 60 }] })
  expect(passingHere(instance, key, 10)).toBe(0)
  expect(passingHere(instance, somebody(), 200)).toBe(120)
})

test('a request that is asking Redis while the limit changes is judged by what it was asked under', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  const asking = instance.countExactly([{ policy: instance.policies.checkout, key }])
  instance.holdLimits({
    checkout: [
      { limit: 5, seconds: 60 },
      { limit: 50, seconds: 600 },
    ],
  })
  const after = instance.countExactly([{ policy: instance.policies.checkout, key }])
  expect((await asking)[0]?.windows).toMatchObject([{ limit: 10, remaining: 9 }])
  expect((await after)[0]?.windows).toMatchObject([
    { limit: 5, remaining: 4 },
    { limit: 50, remaining: 49 },
  ])
})
