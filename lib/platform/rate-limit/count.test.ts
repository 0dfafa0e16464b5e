import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startInstance } from '@/local/testing/limits'
import { startRedis } from '@/local/testing/redis'
import { limitHeaders } from './limit-headers'
import { type Policy, policies } from './policies'

/* Clocks are set by the test; Redis is the stand-in, asked over HTTP by the library that the shop uses. */

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** The beginning of a window of any length. */
const START = Date.UTC(2027, 0, 1)

let redis: Awaited<ReturnType<typeof startRedis>>
let name = 0

beforeEach(async () => {
  // Nothing settles by itself.
  vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: START })
  redis = await startRedis()
})
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await redis.close()
})

const somebody = () => `203.0.113.${++name}`
const after = (ms: number) => vi.setSystemTime(Date.now() + ms)

type Instance = Awaited<ReturnType<typeof startInstance>>

/** How many of so many requests pass. */
async function passing({ countExactly }: Instance, policy: Policy, key: string, times: number): Promise<number> {
  let passed = 0
  for (let time = 0; time < times; time++) if ((await countExactly([{ policy, key }]))[0]?.isAllowed) passed++
  return passed
}

function passingHere({ countHere, tallyOf }: Instance, policy: Policy, key: string, times: number): number {
  return Array.from({ length: times }).filter(() => countHere(tallyOf(policy, key), Date.now())).length
}

test('R116, R118: 20 a minute and 100 an hour hold together, and slide', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  expect(await passing(instance, policies.anonymous, key, 22)).toBe(20)
  for (const minute of [1, 2, 3, 4]) {
    vi.setSystemTime(START + 2 * minute * MINUTE)
    expect([minute, passingHere(instance, policies.anonymous, key, 21)]).toEqual([minute, 20])
    await instance.settle()
  }
  // 100 are used up: another minute helps no more.
  vi.setSystemTime(START + 12 * MINUTE)
  const [refused] = await instance.countExactly([{ policy: policies.anonymous, key }])
  expect(refused?.windows.map(({ isOver, seconds }) => [seconds, isOver])).toEqual([
    [3600, true],
    [60, false],
  ])
  // Three quarters of the hour before still count: 25 are free.
  vi.setSystemTime(START + 1.25 * HOUR)
  expect(await passing(instance, policies.anonymous, key, 5)).toBe(5)
  expect(passingHere(instance, policies.anonymous, key, 22)).toBe(15)
  vi.setSystemTime(START + 1.5 * HOUR)
  expect(passingHere(instance, policies.anonymous, key, 22)).toBe(20)
}, 60_000)

test('R117, R119: the window of a day holds although the hour and the minute are new', async () => {
  const instance = await startInstance(redis.url)
  const small: Policy = { name: 'small', windows: [{ limit: 6, seconds: 3600 }, { limit: 2, seconds: 60 }, { limit: 8, seconds: 86_400 }] } // biome-ignore format: one line
  const key = somebody()
  let passed = 0
  for (let hour = 0; hour < 6; hour += 2) {
    for (let minute = 0; minute < 20; minute += 4) {
      vi.setSystemTime(START + hour * HOUR + minute * MINUTE)
      passed += await passing(instance, small, key, 3)
    }
  }
  expect(passed).toBe(8)
})

test('R118: of a hundred requests at once exactly twenty pass, over two instances', async () => {
  const [one, other] = [await startInstance(redis.url), await startInstance(redis.url)]
  const key = somebody()
  const verdicts = await Promise.all(
    Array.from({ length: 100 }, (_, at) => (at % 2 ? one : other).countExactly([{ policy: policies.anonymous, key }])),
  )
  expect(verdicts.filter(([verdict]) => verdict?.isAllowed)).toHaveLength(20)
})

test('all windows of all policies of a request are one call to Redis', async () => {
  const { countExactly } = await startInstance(redis.url)
  // The first call teaches Redis the script.
  await countExactly([{ policy: policies.signed_in, key: somebody() }])
  redis.asked.length = 0
  const key = somebody()
  const verdicts = await countExactly([
    { policy: policies.signed_in, key },
    { policy: policies.checkout, key },
  ])
  expect(verdicts.map(({ windows }) => windows.map(({ remaining }) => remaining))).toEqual([[999, 19, 999], [9]])
  expect(redis.asked).toEqual(['/pipeline'])
})

test('what was refused is not counted: knocking at the minute does not use up the hour', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  await Promise.all(Array.from({ length: 60 }, () => instance.countExactly([{ policy: policies.anonymous, key }])))
  // Nobody waits for what is given back.
  const counted = () => redis.get(`api:anonymous:3600:${key}:${Math.floor(Date.now() / HOUR)}`)
  for (let turn = 0; turn < 10_000 && (await counted()) !== '20'; turn++) await new Promise(setImmediate)
  expect(await counted()).toBe('20')
})

test('whoever hammers is answered without asking Redis, for a second', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  await passing(instance, policies.checkout, key, 11)
  redis.asked.length = 0
  expect(await passing(instance, policies.checkout, key, 50)).toBe(0)
  expect(redis.asked).toEqual([])
  after(1_001)
  expect(await passing(instance, policies.checkout, key, 1)).toBe(0)
  expect(redis.asked.length).toBeGreaterThan(0)
})

test('what memory answers is counted here at once, exactly, and Redis is not asked', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  expect(passingHere(instance, policies.anonymous, key, 30)).toBe(20)
  expect(redis.asked).toEqual([])
  after(MINUTE)
  // The minute before still counts in full, then in proportion.
  expect(passingHere(instance, policies.anonymous, key, 1)).toBe(0)
  after(MINUTE / 2)
  expect(passingHere(instance, policies.anonymous, key, 30)).toBe(10)
})

test('two instances know of each other once they have settled: the error is what the other let through meanwhile', async () => {
  const [one, other] = [await startInstance(redis.url), await startInstance(redis.url)]
  const key = somebody()
  expect(passingHere(one, policies.anonymous, key, 15)).toBe(15)
  expect(passingHere(other, policies.anonymous, key, 3)).toBe(3)
  await one.settle()
  await other.settle()
  // 18 are known to the second one now, and told to Redis.
  expect(passingHere(other, policies.anonymous, key, 10)).toBe(2)
  await other.settle()
  expect(await passing(one, policies.anonymous, key, 3)).toBe(0)
})

test('what memory answered and what did not come from memory share one limit', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  expect(passingHere(instance, policies.anonymous, key, 12)).toBe(12)
  // Nothing has settled yet.
  expect(await passing(instance, policies.anonymous, key, 12)).toBe(8)
  expect(passingHere(instance, policies.anonymous, key, 5)).toBe(0)
})

test('all that settles is one call', async () => {
  const instance = await startInstance(redis.url)
  passingHere(instance, policies.shop, somebody(), 12)
  await instance.settle()
  redis.asked.length = 0
  for (let caller = 0; caller < 40; caller++) passingHere(instance, policies.shop, somebody(), 13)
  await instance.settle()
  expect(redis.asked).toEqual(['/pipeline'])
  await instance.settle()
  expect(redis.asked).toEqual(['/pipeline'])
})

test('who asks for a page now and then costs no call', async () => {
  const instance = await startInstance(redis.url)
  passingHere(instance, policies.shop, somebody(), 11)
  await instance.settle()
  expect(redis.asked).toEqual([])
})

test('P10: while Redis is gone each process lets a quarter through, and payments too', async () => {
  redis.stop()
  const instance = await startInstance(redis.url)
  expect(await passing(instance, policies.payments, somebody(), 20)).toBe(5)
  expect(await passing(instance, policies.checkout, somebody(), 20)).toBe(2)
  expect(await passing(instance, policies.coupons, somebody(), 20)).toBe(5)
  // The breaker is open by now, so what is counted here knows as well.
  expect(passingHere(instance, policies.shop, somebody(), 700)).toBe(150)
})

test('P10: an answer that is late once is no Redis that is gone: the process counts the whole limit itself', async () => {
  const instance = await startInstance(redis.url)
  const key = somebody()
  expect(await passing(instance, policies.checkout, key, 5)).toBe(5)
  redis.stop()
  expect(await passing(instance, policies.checkout, key, 3)).toBe(3)
})

test('P10: of a limit of one there is no quarter, and nobody gets nothing at all', async () => {
  redis.stop()
  const instance = await startInstance(redis.url)
  expect(await passing(instance, { name: 'one', windows: [{ limit: 1, seconds: 60 }] }, somebody(), 5)).toBe(1)
})

test('a shop without any Redis is one instance, and counts for itself', async () => {
  const instance = await startInstance(undefined)
  expect(await passing(instance, policies.checkout, somebody(), 20)).toBe(10)
  expect(passingHere(instance, policies.shop, somebody(), 700)).toBe(600)
})

test('the headers say what holds, what is left and when it begins anew', async () => {
  const { countExactly } = await startInstance(redis.url)
  after(18_500)
  const key = somebody()
  const verdicts = await countExactly([{ policy: policies.anonymous, key }])
  expect(limitHeaders(verdicts)).toEqual({
    'RateLimit-Policy': '"anonymous-3600s";q=100;w=3600, "anonymous-60s";q=20;w=60',
    RateLimit: '"anonymous-3600s";r=99;t=3582, "anonymous-60s";r=19;t=42',
  })
})
