import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { metrics } from '@/lib/platform/metrics/metrics'
import { memoryBackend } from '@/local/redis-rest/backends'
import { serveRedisRest } from '@/local/redis-rest/serve'
import { askRedis, createRedisDoor, isRedisThere, redisKey } from './redis-door'

/* Redis is a server here that answers, says nothing or is not there, as the test says. Deadlines are such that a busy machine is no silent Redis. */

const TOKEN = 'token-of-this-test'
const closing: Server[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const server of closing.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function listening(server: Server, port = 0): Promise<string> {
  closing.push(server)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Counts what it is asked; `answer` decides what becomes of it. */
async function redisThat(answer: (response: ServerResponse) => void) {
  const asked: (string | undefined)[] = []
  const sockets = new Set()
  const url = await listening(
    createServer((request, response) => {
      asked.push(request.url)
      sockets.add(request.socket)
      request.resume()
      request.on('end', () => answer(response))
    }),
  )
  return { url, asked, sockets }
}

/** A busy machine may take its time; the deadline is the business of the tests that say one. */
const doorTo = (url: string) => createRedisDoor({ url, token: TOKEN, deadlineMs: 10_000 })

const pong = (response: ServerResponse) => response.end('{"result":"PONG"}')
const callsThat = async (result: string) =>
  (await metrics.redisCalls.get()).values.find(({ labels }) => labels.use === 'cache' && labels.result === result)?.value ?? 0

test('whoever asks has the answer of Redis, over one connection that stays open (R108)', async () => {
  const { url, sockets } = await redisThat(pong)
  const door = doorTo(url)
  for (let turn = 0; turn < 5; turn++) expect(await door.ask('cache', (redis) => redis.ping())).toEqual({ answered: true, value: 'PONG' })
  expect(sockets.size).toBe(1)
})

test('a pipeline is one call, and values come back as they were', async () => {
  const url = await listening(serveRedisRest(memoryBackend(), TOKEN))
  const { ask } = doorTo(url)
  const work = await ask('cache', (redis) => redis.pipeline().set('cache:a', { price: 5 }).get('cache:a').get('cache:none').exec())
  expect(work).toEqual({ answered: true, value: ['OK', { price: 5 }, null] })
})

test('who gets no answer in time goes on without it, and nothing is sent a second time', async () => {
  const { url, asked } = await redisThat(() => {})
  const { ask } = createRedisDoor({ url, token: TOKEN, deadlineMs: 300 })
  expect(await ask('cache', (redis) => redis.get('cache:x'))).toEqual({ answered: false })
  await expect.poll(() => asked.length).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(asked).toHaveLength(1)
})

test('a request that asks twice of a Redis that says nothing waits once', async () => {
  const { url } = await redisThat(() => {})
  const { ask } = createRedisDoor({ url, token: TOKEN, deadlineMs: 2_000 })
  await ask('api', (redis) => redis.get('api:x'))
  const startedAt = performance.now()
  expect(await ask('cache', (redis) => redis.get('cache:x'))).toEqual({ answered: false })
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test('the deadline holds for all that is asked together', async () => {
  const { url } = await redisThat((response) => setTimeout(() => pong(response), 25))
  const { ask } = createRedisDoor({ url, token: TOKEN, deadlineMs: 40 })
  const thrice = await ask('cache', async (redis) => [await redis.ping(), await redis.ping(), await redis.ping()])
  expect(thrice).toEqual({ answered: false })
})

test('after five failures nobody asks any more, until a probe is answered (R157)', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let isUp = false
  const { url, asked } = await redisThat((response) => (isUp ? pong(response) : response.destroy()))
  const door = doorTo(url)
  const skipped = await callsThat('skipped')
  for (let turn = 0; turn < 5; turn++) await door.ask('cache', (redis) => redis.ping())
  expect(door.isGone()).toBe(true)
  expect(await door.ask('cache', (redis) => redis.ping())).toEqual({ answered: false })
  expect(asked).toHaveLength(5)
  expect(await callsThat('skipped')).toBe(skipped + 1)
  expect(await metrics.registry.getSingleMetricAsString('highstreet_redis_breaker_open')).toContain(`${new URL(url).host}"} 1`)

  await vi.advanceTimersByTimeAsync(2_000)
  await vi.waitFor(() => expect(asked).toHaveLength(6), { timeout: 10_000 })
  expect(door.isGone()).toBe(true)
  isUp = true
  await vi.waitFor(
    async () => {
      await vi.advanceTimersByTimeAsync(2_000)
      expect(door.isGone()).toBe(false)
    },
    { timeout: 10_000 },
  )
  expect(await door.ask('cache', (redis) => redis.ping())).toEqual({ answered: true, value: 'PONG' })
  expect(await metrics.registry.getSingleMetricAsString('highstreet_redis_breaker_open')).toContain(`${new URL(url).host}"} 0`)
})

test('four failures and a success are not five', async () => {
  let turn = 0
  const { url } = await redisThat((response) => (++turn % 5 === 0 ? pong(response) : response.destroy()))
  const door = doorTo(url)
  for (let times = 0; times < 20; times++) await door.ask('cache', (redis) => redis.ping())
  expect(door.isGone()).toBe(false)
})

test('a wrong token, a failing proxy and a page in between count as gone', async () => {
  const url = await listening(serveRedisRest(memoryBackend(), 'another-token'))
  expect(await doorTo(url).ask('cache', (redis) => redis.ping())).toEqual({ answered: false })
  const { url: page } = await redisThat((response) => response.end('<html>Bad gateway'))
  expect(await doorTo(page).ask('cache', (redis) => redis.ping())).toEqual({ answered: false })
})

test('a command that Redis refuses is no answer either, but Redis is there', async () => {
  const { url } = await redisThat((response) => response.writeHead(400).end('{"error":"ERR value is not an integer"}'))
  const door = doorTo(url)
  for (let turn = 0; turn < 6; turn++) expect(await door.ask('cache', (redis) => redis.incr('cache:word'))).toEqual({ answered: false })
  expect(door.isGone()).toBe(false)
})

test('what the asker does wrong itself is thrown', async () => {
  const { url } = await redisThat(pong)
  const mistaken = doorTo(url).ask('cache', async () => {
    throw new TypeError('a mistake of ours')
  })
  await expect(mistaken).rejects.toThrow('a mistake of ours')
})

test('a shop without Redis is answered at once', async () => {
  expect(await askRedis('session', (redis) => redis.ping())).toEqual({ answered: false })
  expect(isRedisThere('session')).toBe(false)
})

test('R106: each use of Redis has a name space of its own', () => {
  expect((['cache', 'session', 'api'] as const).map((use) => redisKey(use, 'lamp'))).toEqual(['cache:lamp', 'session:lamp', 'api:lamp'])
})
