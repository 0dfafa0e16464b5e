import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startInstance } from '@/local/testing/limits'
import { startRedis } from '@/local/testing/redis'
import { policies } from './policies'
import type { Verdict } from './tallies'

const HOUR = 3_600_000
const START = Date.UTC(2040, 0, 1)

let redis: Awaited<ReturnType<typeof startRedis>>
let caller = 0

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  redis = await startRedis()
})
afterEach(async () => {
  vi.useRealTimers()
  await (await import('@/db/client')).closeDatabase()
  vi.unstubAllEnvs()
  await redis.close()
})

const somebody = () => `192.0.2.${++caller}`

const refused = (key: string, policy = policies.anonymous): Verdict => ({
  policy,
  key,
  isAllowed: false,
  isReduced: false,
  windows: [{ limit: 20, seconds: 60, remaining: 0, resetSeconds: 60, isOver: true }],
})

type Instance = Awaited<ReturnType<typeof startInstance>>

async function rowOf(address: string) {
  const { database } = await import('@/db/client')
  const rows = await database().execute<{ reason: string; violations: number; policy: string; seconds: number }>(sql`
    select reason, violations, policy, extract(epoch from blocked_until - blocked_at)::int as seconds from blocked_addresses where address = ${address}`)
  return rows[0]
}

/** Refusals one after another. */
async function refuse({ holdViolation }: Instance, address: string, times: number, { key = address, isOwnPage = false } = {}) {
  for (let time = 0; time < times; time++) await holdViolation({ verdict: refused(key), address, isOwnPage, requestId: 'r' })
}

test('R122, R123: after ten violations the address is blocked for 24 hours, after nine it is not', async () => {
  const instance = await startInstance(redis.url)
  const address = somebody()
  await refuse(instance, address, 9)
  expect(instance.blockOf(address, Date.now())).toBeUndefined()
  await refuse(instance, address, 1)
  expect(instance.blockOf(address, Date.now())).toEqual({ untilMs: START + 24 * HOUR, sparesSignedIn: true })
  expect(await rowOf(address)).toEqual({ reason: 'rate_limits', violations: 10, policy: 'anonymous', seconds: 86_400 })
  expect(instance.blockOf(address, START + 24 * HOUR - 1)).toBeDefined()
  expect(instance.blockOf(address, START + 24 * HOUR)).toBeUndefined()
})

test('R122: ten at once are ten', async () => {
  const { holdViolation, blockOf } = await startInstance(redis.url)
  const address = somebody()
  const refusals = Array.from({ length: 10 }, () => holdViolation({ verdict: refused(address), address, isOwnPage: false, requestId: 'r' }))
  await Promise.all(refusals)
  expect(blockOf(address, Date.now())).toBeDefined()
})

test('R122: violations are forgotten after an hour, and counted over all instances', async () => {
  const [one, other] = [await startInstance(redis.url), await startInstance(redis.url)]
  const address = somebody()
  await refuse(one, address, 5)
  vi.setSystemTime(START + 3 * HOUR)
  await refuse(one, address, 5)
  expect(one.blockOf(address, Date.now())).toBeUndefined()
  await refuse(other, address, 5)
  expect(other.blockOf(address, Date.now())).toBeDefined()
})

test('R124: how many violations and how long the block lasts can be set', async () => {
  const instance = await startInstance(redis.url, { RATE_LIMIT_VIOLATIONS: '2/60', RATE_LIMIT_BLOCK_SECONDS: '90' })
  const address = somebody()
  await refuse(instance, address, 2)
  expect(instance.blockOf(address, Date.now())).toEqual({ untilMs: START + 90_000, sparesSignedIn: true })
})

test('what a person asked too much under their account is not held against the address of others', async () => {
  const instance = await startInstance(redis.url)
  const address = somebody()
  await refuse(instance, address, 15, { key: 'user:1' })
  expect(instance.blockOf(address, Date.now())).toBeUndefined()
})

test('what comes from our own pages is held against an address once in each window', async () => {
  const instance = await startInstance(redis.url)
  const address = somebody()
  for (let minute = 0; minute < 9; minute++) {
    vi.setSystemTime(START + minute * 60_000)
    await refuse(instance, address, 5, { isOwnPage: true })
  }
  expect(instance.blockOf(address, Date.now())).toBeUndefined()
  vi.setSystemTime(START + 9 * 60_000)
  await refuse(instance, address, 5, { isOwnPage: true })
  expect(instance.blockOf(address, Date.now())).toBeDefined()
})

test('P10: while Redis is gone nothing is held against anybody', async () => {
  redis.stop()
  const instance = await startInstance(redis.url)
  for (let time = 0; time < 6; time++) await instance.countExactly([{ policy: policies.checkout, key: somebody() }])
  const address = somebody()
  for (let time = 0; time < 20; time++) {
    const [verdict] = await instance.countExactly([{ policy: policies.anonymous, key: address }])
    if (verdict && !verdict.isAllowed) await instance.holdViolation({ verdict, address, isOwnPage: false, requestId: 'r' })
  }
  // And what was refused in full before it went away does not count towards a quarter of ten.
  await refuse(instance, address, 5)
  expect(instance.blockOf(address, Date.now())).toBeUndefined()
})

test('another instance learns of a block and of its end from the log of invalidations', async () => {
  const [one, other] = [await startInstance(redis.url), await startInstance(redis.url)]
  await other.followBlockedAddresses()
  const { applyInvalidation } = await import('@/lib/platform/cache/invalidation-listeners')
  const { removeBlock } = await import('./write-block')
  const [{ database }, { transaction }] = await Promise.all([import('@/db/client'), import('@/db/transaction')])
  const address = somebody()
  await refuse(one, address, 10)
  const told = await database().execute(sql`select 1 from invalidations where 'blocked_addresses' = any(tags)`)
  expect(told.length).toBeGreaterThan(0)
  expect(other.blockOf(address, Date.now())).toBeUndefined()
  applyInvalidation(['blocked_addresses'])
  const untilMs = START + 24 * HOUR
  await expect.poll(() => other.blockOf(address, untilMs - 1)).toEqual({ untilMs, sparesSignedIn: true })
  expect(await transaction((tx) => removeBlock(tx, address))).toMatchObject({ reason: 'rate_limits' })
  expect(await transaction((tx) => removeBlock(tx, address))).toBeNull()
  applyInvalidation(['blocked_addresses'])
  await expect.poll(() => other.blockOf(address, Date.now())).toBeUndefined()
})

test('whoever is let in again has ten violations before them, as everybody', async () => {
  const instance = await startInstance(redis.url)
  const address = somebody()
  await refuse(instance, address, 10)
  instance.unblockHere(address)
  await refuse(instance, address, 9)
  expect(instance.blockOf(address, Date.now())).toBeUndefined()
  await refuse(instance, address, 1)
  expect(instance.blockOf(address, Date.now())).toBeDefined()
})

test('rows go once they are over', async () => {
  const { database } = await import('@/db/client')
  const { forgetEndedBlocks } = await import('./forget-ended-blocks')
  await database().execute(sql`
    insert into blocked_addresses (address, reason, blocked_at, blocked_until) values
      ('203.0.113.90', 'by_hand', now() - interval '2 hours', now() - interval '1 hour'), ('203.0.113.91', 'by_hand', now(), now() + interval '1 hour')`)
  expect(await forgetEndedBlocks()).toBe(1)
  expect([await rowOf('203.0.113.90'), await rowOf('203.0.113.91')]).toEqual([undefined, expect.anything()])
})
