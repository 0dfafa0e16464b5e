import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createRedisDoor, type RedisDoor } from '@/lib/platform/redis/redis-door'
import { memoryBackend, type RedisBackend } from '@/local/redis-rest/backends'
import { serveRedisRest } from '@/local/redis-rest/serve'
import { type Cache, createCache } from './cache'
import { createDatabaseClock, type DatabaseClock } from './database-clock'
import { createFallenTags, type FallenTags } from './fallen-tags'
import { createSharedLevel } from './shared-level'

/* Two instances, each with its own memory and its own knowledge of what fell, over one Redis stand-in. The clock is the test's. */

const TOKEN = 'token-of-this-test'
let backend: RedisBackend
let server: Server
let door: RedisDoor
/** What time it is in Postgres. */
let time: number
/** Each test has its own: what an earlier one gives to Redis late is not in the way. */
let namespace = ''

type Instance = { cache: Cache; clock: DatabaseClock; fallen: FallenTags }

function instance({ knows = 'all', ask = door.ask, bytes = 1_000_000 }: { knows?: 'all' | 'nothing'; ask?: RedisDoor['ask']; bytes?: number } = {}) {
  const clock = createDatabaseClock(() => time)
  const fallen = createFallenTags(clock)
  clock.note(time, time, time)
  if (knows === 'all') fallen.knowsBackTo(0)
  return { clock, fallen, cache: createCache({ bytes, clock, fallen, shared: createSharedLevel(ask, namespace) }) }
}

/** The database behind them: a price, and how often it was asked. */
function lamp() {
  const asked = { times: 0 }
  const state = { price: 'ten', wait: async () => {} }
  const get = async ({ cache }: Pick<Instance, 'cache'>, inProcess = true) => {
    const { text, source } = await cache.keep('product_detail_lamp', { seconds: 300, inProcess }, async () => {
      asked.times++
      const text = state.price
      await state.wait()
      return { text, tags: ['product:lamp'] }
    })
    return `${source} ${text}`
  }
  return { asked, state, get }
}

/** What is given to Redis is not waited for. */
const inRedis = () => expect.poll(() => backend.run([['EXISTS', `cache:${namespace}:product_detail_lamp`]])).toEqual([1])
const nobodysTurn = () => expect.poll(() => backend.run([['EXISTS', `cache:${namespace}:turn:product_detail_lamp`]])).toEqual([0])

beforeAll(async () => {
  backend = memoryBackend()
  server = serveRedisRest(backend, TOKEN)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The machine of a test may be busy; how long Redis may take is another test's.
  door = createRedisDoor({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: TOKEN, deadlineMs: 2_000 })
})
beforeEach(() => {
  time = 1_000_000
  namespace = randomUUID()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await backend.close()
})

describe('levels', () => {
  test('R111: what one instance made is in its own memory, and in Redis for the other', async () => {
    const [a, b, { get, asked }] = [instance(), instance(), lamp()]
    expect(await get(a)).toBe('made ten')
    expect(await get(a)).toBe('process ten')
    await inRedis()
    expect(await get(b)).toBe('redis ten')
    expect(await get(b)).toBe('process ten')
    expect(asked.times).toBe(1)
  })

  test('what the entry keeps in front is not kept a second time in the process', async () => {
    const [a, { get }] = [instance(), lamp()]
    await get(a, false)
    expect(a.cache.size().entries).toBe(0)
    await inRedis()
    expect(await get(a, false)).toBe('redis ten')
  })

  test('R107: a text of more than 1 kB is compressed in Redis, a short one is not, and both come back as they were', async () => {
    const [a, b] = [instance(), instance()]
    const long = 'Größe 🎸 '.repeat(500)
    for (const [key, text] of [
      ['long', long],
      ['short', 'kurz'],
    ] as const) {
      await a.cache.keep(key, { seconds: 300, inProcess: false }, async () => ({ text, tags: [] }))
      await expect.poll(() => backend.run([['EXISTS', `cache:${namespace}:${key}`]])).toEqual([1])
      expect((await b.cache.keep(key, { seconds: 300, inProcess: false }, async () => ({ text: 'made again', tags: [] }))).text).toBe(text)
    }
    const [held] = await backend.run([['GET', `cache:${namespace}:long`]])
    expect(String(held).length).toBeLessThan(300)
    expect(String(held)).not.toContain('Größe')
  })

  test('R112: the memory is bounded in bytes', async () => {
    const { cache } = instance({ bytes: 100_000, ask: async () => ({ answered: false }) })
    for (let turn = 0; turn < 200; turn++)
      await cache.keep(`key ${turn}`, { seconds: 300, inProcess: true }, async () => ({ text: 'x'.repeat(1_000), tags: [] }))
    expect(cache.size().bytes).toBeLessThan(100_000)
    expect(cache.size().entries).toBeGreaterThan(20)
    await cache.keep('huge', { seconds: 300, inProcess: true }, async () => ({ text: 'x'.repeat(50_000), tags: [] }))
    expect(cache.size().entries).toBeGreaterThan(20)
  })

  test('what fails is thrown to whoever asked, not kept, and keeps nobody waiting', async () => {
    const [a, b, { get, state }] = [instance(), instance(), lamp()]
    state.wait = async () => {
      throw new RangeError('not today')
    }
    await expect(Promise.all([get(a), get(a)])).rejects.toThrow('not today')
    await nobodysTurn()
    state.wait = async () => {}
    expect(await get(b)).toBe('made ten')
  })

  test('what is in Redis and not of our making counts as nothing', async () => {
    await backend.run([['SET', `cache:${namespace}:product_detail_lamp`, '{"at":"yesterday","br":"%%"}']])
    const { get } = lamp()
    expect(await get(instance())).toBe('made ten')
  })
})

describe('one making', () => {
  test('an expired hot key costs one query over two instances', async () => {
    const [a, b, { get, asked, state }] = [instance(), instance(), lamp()]
    await get(a)
    await inRedis()
    time += 400_000
    state.wait = () => new Promise((resolve) => setTimeout(resolve, 30))
    const all = await Promise.all(Array.from({ length: 40 }, (_, turn) => get(turn % 2 === 0 ? a : b)))
    expect(new Set(all.map((answer) => answer.split(' ')[1]))).toEqual(new Set(['ten']))
    expect(asked.times).toBe(2)
  })

  test('who waits for an instance that died in the middle makes it after 150 ms', async () => {
    await backend.run([['SET', `cache:${namespace}:turn:product_detail_lamp`, '1']])
    const { get } = lamp()
    expect(await get(instance())).toBe('made ten')
  })

  test('P10: a Redis that takes 110 ms for each answer is asked twice at most while another instance is at it', async () => {
    await backend.run([['SET', `cache:${namespace}:turn:product_detail_lamp`, '1']])
    let times = 0
    const slow: RedisDoor['ask'] = async (use, work) => {
      times++
      await new Promise((resolve) => setTimeout(resolve, 110))
      return door.ask(use, work)
    }
    expect(await lamp().get(instance({ ask: slow }))).toBe('made ten')
    // The third gives the turn back, and nobody waits for it.
    expect(times).toBeLessThanOrEqual(3)
  })

  test('just past its time an old one is given while one is made; long past it nobody gets it', async () => {
    const [a, { get, state }] = [instance(), lamp()]
    await get(a)
    state.price = 'twelve'
    time += 310_000
    expect(await get(a)).toBe('stale ten')
    await expect.poll(() => get(a)).toBe('process twelve')
    state.price = 'fourteen'
    time += 400_000
    expect(await get(a)).toBe('made fourteen')
  })
})

describe('freshness', () => {
  const fall = ({ fallen, clock }: Instance) => fallen.note(['product:lamp'], clock.atMost())

  test('R114, R115: after a write no instance that knows of it has the old value from any level', async () => {
    const [a, b, { get, state }] = [instance(), instance(), lamp()]
    await get(a)
    await inRedis()
    await get(b)
    time += 10
    state.price = 'nine'
    fall(a)
    fall(b)
    time += 10
    expect(await get(b)).toBe('made nine')
    await expect.poll(() => get(a)).toBe('redis nine')
  })

  test('a making that began before a write is kept nowhere, and who comes after the write does not get it', async () => {
    const [a, b, { get, state, asked }] = [instance(), instance(), lamp()]
    let letGo = () => {}
    state.wait = () => new Promise((resolve) => (letGo = resolve))
    const early = get(a)
    await expect.poll(() => asked.times).toBe(1)
    time += 10
    state.price = 'nine'
    fall(a)
    time += 10
    const late = get(a)
    state.wait = async () => {}
    letGo()
    expect(await early).toBe('made ten')
    expect(await late).toBe('made nine')
    expect(await get(a)).toBe('process nine')
    await inRedis()
    expect(await get(b)).toBe('redis nine')
  })

  test('an old value that reaches Redis late is not used by who knows better', async () => {
    const [a, slow, { get, state }] = [instance(), instance(), lamp()]
    // `slow` has not read the log yet, and stores what it made from the time before.
    await get(slow)
    await inRedis()
    time += 10
    state.price = 'nine'
    fall(a)
    time += 10
    expect(await get(a)).toBe('made nine')
  })

  test('an instance that does not know what fell before it began takes nothing older from Redis', async () => {
    const [a, { get, state }] = [instance(), lamp()]
    await get(a)
    await inRedis()
    state.price = 'nine'
    time += 10
    expect(await get(instance({ knows: 'nothing' }))).toBe('made nine')
  })

  test('once it has read the log back, only what fell is made anew', async () => {
    const [a, { get, state }] = [instance(), lamp()]
    await get(a)
    await inRedis()
    time += 10
    const restarted = instance()
    expect(await get(restarted)).toBe('redis ten')
    const other = instance()
    other.fallen.note(['product:lamp'], time)
    state.price = 'nine'
    time += 10
    expect(await get(other)).toBe('made nine')
  })

  test('a Redis that was emptied costs a query and nothing else', async () => {
    const [a, b, { get }] = [instance(), instance(), lamp()]
    await get(a)
    await inRedis()
    await nobodysTurn()
    await backend.run([['FLUSHALL']])
    expect(await get(a)).toBe('process ten')
    expect(await get(b)).toBe('made ten')
  })

  test('R104: what else is kept stays', async () => {
    const [a, { get }] = [instance(), lamp()]
    await get(a)
    a.fallen.note(['product:chair', 'category:1'], time)
    expect(await get(a)).toBe('process ten')
  })

  test('R147: clearing takes down whatever its tags are', async () => {
    const [a, { get }] = [instance(), lamp()]
    await get(a)
    await inRedis()
    a.fallen.note(['everything'], time)
    time += 10
    expect(await get(a)).toBe('made ten')
  })

  test('when the clock of the database is set back, nothing from before is used', async () => {
    const [a, { get, state }] = [instance(), lamp()]
    await get(a)
    await inRedis()
    state.price = 'nine'
    a.clock.note(time - 50_000, time, time)
    expect(await get(a)).toBe('made nine')
  })

  test('two instances whose own clocks differ by an hour agree on what is older', async () => {
    const [a, { get, state }] = [instance(), lamp()]
    const clock = createDatabaseClock(() => time + 3_600_000)
    const fallen = createFallenTags(clock)
    // It hears the database's time, whatever its own.
    clock.note(time, time + 3_600_000 - 2, time + 3_600_000 + 2)
    fallen.knowsBackTo(0)
    const ahead = { clock, fallen, cache: createCache({ bytes: 1_000_000, clock, fallen, shared: createSharedLevel(door.ask, namespace) }) }
    await get(a)
    await inRedis()
    time += 10
    expect(await get(ahead)).toBe('redis ten')
    state.price = 'nine'
    fall(ahead)
    fall(a)
    time += 10
    expect(await get(ahead)).toBe('made nine')
    await expect.poll(() => get(a)).toBe('redis nine')
  })
})

test('without Redis the process serves what it has, and makes what it has not', async () => {
  const [{ get }, a] = [lamp(), instance({ ask: async () => ({ answered: false }) })]
  expect([await get(a), await get(a)]).toEqual(['made ten', 'process ten'])
})
