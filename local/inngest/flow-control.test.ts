import { setTimeout as sleep } from 'node:timers/promises'
import { Inngest } from 'inngest'
import { afterEach, expect, test } from 'vitest'
import { type JobsWorld, startJobsWorld } from './testing/jobs-world'

const quiet = { info() {}, warn() {}, error() {}, debug() {} }
const client = new Inngest({ id: 'app', logger: quiet })

let world: JobsWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

/** How many of `work` ran at once, at most. The first ones wait a while until there are as many as there may be. */
function gauge(expected = 1) {
  let now = 0
  let most = 0
  return {
    most: () => most,
    work: async () => {
      most = Math.max(most, ++now)
      for (let turn = 0; turn < 3 || (most < expected && turn < 100); turn++) await sleep(5)
      now--
    },
  }
}

const several = (count: number, of: (index: number) => Record<string, unknown> = () => ({})) =>
  Array.from({ length: count }, (_, index) => ({ name: 'a', data: of(index) }))

test('a function runs as many calls at once as it says, and others are not held up', async () => {
  const bounded = gauge(2)
  const free = gauge(3)
  const slow = client.createFunction({ id: 'slow', concurrency: 2, triggers: { event: 'a' } }, bounded.work)
  const other = client.createFunction({ id: 'other', triggers: { event: 'a' } }, free.work)
  world = await startJobsWorld({ client, functions: [slow, other] })
  await world.send(several(12))
  expect([bounded.most(), (await world.runs()).filter(({ status }) => status === 'completed').length]).toEqual([2, 24])
  expect(free.most()).toBeGreaterThan(2)
})

test('a bound per key counts each key by itself', async () => {
  const all = gauge(2)
  const perKey = new Map<number, ReturnType<typeof gauge>>()
  const fn = client.createFunction({ id: 'keyed', concurrency: { limit: 1, key: 'event.data.k' }, triggers: { event: 'a' } }, async ({ event }) => {
    const own = perKey.get(event.data.k) ?? gauge()
    perKey.set(event.data.k, own)
    await Promise.all([all.work(), own.work()])
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(12, (index) => ({ k: index % 3 })))
  expect([...perKey.values()].map((own) => own.most())).toEqual([1, 1, 1])
  expect(all.most()).toBeGreaterThan(1)
})

test('functions of one queue share its bound', async () => {
  const queue = gauge(3)
  const functions = ['one', 'two'].map((id) =>
    client.createFunction({ id, concurrency: [{ scope: 'env', key: '"orders"', limit: 3 }, { limit: 2 }], triggers: { event: 'a' } }, queue.work),
  )
  world = await startJobsWorld({ client, functions })
  await world.send(several(10))
  expect([queue.most(), (await world.runs()).length]).toEqual([3, 20])
})

test('idempotency begins one run per value in 24 hours', async () => {
  const fn = client.createFunction({ id: 'once', idempotency: 'event.data.id', triggers: { event: 'a' } }, async ({ event }) => event.data.id)
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(4, (index) => ({ id: index % 2 })))
  expect((await world.runs()).map(({ output }) => output).sort()).toEqual([0, 1])
  await world.advance('25h')
  await world.send(several(1, () => ({ id: 1 })))
  expect((await world.runs()).length).toBe(3)
})

test('a rate limit lets so many through in its period', async () => {
  const fn = client.createFunction({ id: 'rated', rateLimit: { limit: 3, period: '1h' }, triggers: { event: 'a' } }, async () => 'ran')
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(8))
  expect((await world.runs()).length).toBe(3)
  await world.advance('1h')
  await world.send(several(8))
  expect((await world.runs()).length).toBe(6)
})

test('a debounce runs once it was quiet, with the last event, and at the latest at its timeout', async () => {
  const fn = client.createFunction(
    { id: 'quiet', debounce: { period: '10m', key: 'event.data.k', timeout: '25m' }, triggers: { event: 'a' } },
    async ({ event }) => event.data.n,
  )
  world = await startJobsWorld({ client, functions: [fn] })
  for (const n of [1, 2, 3]) {
    await world.send({ name: 'a', data: { k: 'x', n } })
    await world.advance('8m')
  }
  expect((await world.runs()).length).toBe(0)
  await world.send({ name: 'a', data: { k: 'x', n: 4 } })
  await world.advance('1m')
  expect((await world.runs()).map(({ output }) => output)).toEqual([4])
})

test('a batch runs when it is full or its time is over', async () => {
  const fn = client.createFunction({ id: 'batched', batchEvents: { maxSize: 3, timeout: '30s' }, triggers: { event: 'a' } }, async ({ events }) =>
    events.map(({ data }) => data.n),
  )
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(4, (n) => ({ n })))
  await world.advance('30s')
  expect((await world.runs()).map(({ output }) => output)).toEqual([[0, 1, 2], [3]])
})

test('a singleton skips what comes while it runs, or makes room for it', async () => {
  const make = (id: string, mode: 'skip' | 'cancel') =>
    client.createFunction({ id, singleton: { mode }, triggers: { event: 'a' } }, async ({ event, step }) => {
      await step.sleep('pause', '1h')
      return event.data.n
    })
  world = await startJobsWorld({ client, functions: [make('skips', 'skip'), make('cancels', 'cancel')] })
  await world.send({ name: 'a', data: { n: 1 } })
  await world.send({ name: 'a', data: { n: 2 } })
  await world.advance('1h')
  expect((await world.runs('skips')).map(({ output }) => output)).toEqual([1])
  expect((await world.runs('cancels')).map(({ status, output }) => [status, output])).toEqual([
    ['cancelled', null],
    ['completed', 2],
  ])
})

test('a run that takes longer than it may is cancelled', async () => {
  const fn = client.createFunction({ id: 'late', timeouts: { finish: '30m' }, triggers: { event: 'a' } }, async ({ step }) => {
    await step.sleep('pause', '1h')
  })
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(1))
  await world.advance('30m')
  expect((await world.runs()).map(({ status }) => status)).toEqual(['cancelled'])
})

test('an event cancels only until the timeout of cancelOn', async () => {
  const fn = client.createFunction(
    {
      id: 'stoppable',
      cancelOn: [{ event: 'stop', if: 'async.data.id == event.data.id && async.data.really', timeout: '1h' }],
      triggers: { event: 'a' },
    },
    async ({ step }) => {
      await step.sleep('pause', '3h')
    },
  )
  world = await startJobsWorld({ client, functions: [fn] })
  await world.send(several(2, (id) => ({ id })))
  await world.send({ name: 'stop', data: { id: 0, really: false } })
  await world.send({ name: 'stop', data: { id: 0, really: true } })
  await world.advance('61m')
  await world.send({ name: 'stop', data: { id: 1, really: true } })
  await world.advance('3h')
  expect((await world.runs()).map(({ status }) => status)).toEqual(['cancelled', 'completed'])
})

const triggered = { triggers: [{ event: 'a' } as { event: string } | { cron: string }] }

test.each([
  ['an unknown setting', { throttle: { limit: 1, period: '1m' as const } }, 'throttle is not known here'],
  ['an expression that names something else', { idempotency: 'data.id' }, 'Unknown variable: data'],
  ['an expression that is none', { idempotency: 'event.data.id ==' }, 'idempotency'],
  ['a schedule that is none', { triggers: [{ cron: 'each morning' }] }, 'must be a schedule'],
])('a function with %s is refused when it registers', async (_, options, words) => {
  const fn = client.createFunction({ id: 'odd', ...triggered, ...options }, async () => {})
  await expect(startJobsWorld({ client, functions: [fn] })).rejects.toThrow(words)
})

test('queues of one name with different bounds are refused', async () => {
  const functions = [3, 4].map((limit) =>
    client.createFunction({ id: `q${limit}`, concurrency: { scope: 'env', key: '"orders"', limit }, triggers: { event: 'a' } }, async () => {}),
  )
  await expect(startJobsWorld({ client, functions })).rejects.toThrow('shares the concurrency key')
})
