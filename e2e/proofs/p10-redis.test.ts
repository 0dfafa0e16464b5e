import { execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, fillCart, place } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'
import { emptyAgainAndAgain, type Step, visitWhile } from '@/e2e/harness/visits'
import { freePort } from '@/local/ports'

/*
 * Redis is killed, stalled and emptied under a shop in use. What people do goes on: they browse, search, fill carts, order and sign in. The
 * stand-in is a process of its own; where there is a redis-server it stands behind one, which is taken away too.
 */

const STALL_MS = process.env.PROVE === '1' ? 10_000 : 3_000
const CALLERS = 6
/** The deadline is 150 ms; what a busy machine adds before it looks is no waiting on Redis. */
const WAITED_AT_MOST_SECONDS = '0.3'

const redisServer = await startRedisServer()
afterAll(() => redisServer?.process.kill('SIGKILL'))
const holder = testShop({ env: redisServer ? { REDIS_URL: redisServer.url } : {} })

let variantId = ''
let person: { email: string; password: string; cookie: string }

beforeAll(async () => {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { makeAccount, PASSWORD } = await import('@/lib/customers/testing')
  const { sessionCookies } = await import('@/lib/platform/auth/session-cookie')
  variantId = (await makeProduct(await makeCategory(), { stock: 100_000 })).variantId
  const { email, token } = await makeAccount()
  const { database } = await import('@/db/client')
  const { users } = await import('@/db/schema/customers')
  const { eq } = await import('drizzle-orm')
  await database().update(users).set({ role: 'admin' }).where(eq(users.email, email))
  person = {
    email,
    password: PASSWORD,
    cookie: sessionCookies(token)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; '),
  }
})

async function startRedisServer() {
  try {
    execFileSync('redis-server', ['--version'])
  } catch {
    // Not installed: the stand-in works in memory.
    return null
  }
  const port = await freePort()
  const process = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  while (!(await accepts(port))) await sleep(25)
  return { process, url: `redis://127.0.0.1:${port}` }
}

// Called before the file has been read to its end: a constant would not be there yet.
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

/** What one person does, with words nobody has searched for before, so that every read goes the whole way. */
async function visit(): Promise<Step[]> {
  const { url } = holder.current
  const word = `lamp ${randomUUID().slice(0, 6)}`
  const steps: Step[] = []
  const step = async (name: string, asked: Promise<{ status: number }>) => void steps.push({ name, status: (await asked).status })
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers, redirect: 'manual' })
    await response.arrayBuffer()
    return response
  }
  await step('home', page('/'))
  await step('product', page('/p/plaza-canvas-sneakers'))
  await step('API list', call(url, `/products?page_size=${1 + Math.floor(Math.random() * 100)}`))
  await step('API search', call(url, `/products/search?q=${encodeURIComponent(word)}`))
  await step('API facets', call(url, `/products/facets?q=${encodeURIComponent(word)}`))
  await step('search', page(`/search?q=${encodeURIComponent(word)}`))
  const { token, cart } = await fillCart(url, [{ variantId }])
  await step('cart', call(url, '/cart', { cartToken: token }))
  await step('checkout', place(url, token, cart))
  await step('account', page('/account', { cookie: person.cookie }))
  await step('admin', page('/admin/orders', { cookie: person.cookie }))
  return steps
}

/** Hashing a password takes a while: once a round is enough. */
const signIn = async (): Promise<Step> => {
  const { status } = await call(holder.current.url, '/sessions', { method: 'POST', body: { email: person.email, password: person.password } })
  return { name: 'sign-in', status }
}

/** Visitors for as long as `until` takes, and somebody who signs in. */
async function visitUntil(until: Promise<unknown>): Promise<Step[]> {
  const [steps, signedIn] = await Promise.all([visitWhile(until, CALLERS, visit), signIn()])
  return [...steps, signedIn]
}

const expected: Record<string, number> = { checkout: 201, 'sign-in': 201 }
const unexpected = (steps: Step[]) => steps.filter(({ name, status }) => status !== (expected[name] ?? 200))

async function metric(name: string, labels = ''): Promise<number> {
  const text = await (await fetch(`${holder.current.url}/api/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) && line.includes(labels))
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0)
}

type Waits = { calls: number; tooLong: number }

/** How many calls to Redis there were, and how many of them were waited for longer than anybody may wait. */
async function waits(): Promise<Waits> {
  const calls = await metric('highstreet_redis_seconds_count')
  return { calls, tooLong: calls - (await metric('highstreet_redis_seconds_bucket', `le="${WAITED_AT_MOST_SECONDS}"`)) }
}

/** Without the deadline each of them would last as long as Redis is away. One that a busy machine looked at late is no such thing. */
async function expectShortWaitsSince(before: Waits): Promise<void> {
  const now = await waits()
  expect(now.tooLong - before.tooLong).toBeLessThanOrEqual((now.calls - before.calls) / 4)
}

async function expectSeenWithin(seconds: number, isOpen: 0 | 1): Promise<void> {
  const startedAt = performance.now()
  while ((await metric('highstreet_redis_breaker_open')) !== isOpen) {
    expect(performance.now() - startedAt).toBeLessThan(seconds * 1000)
    await sleep(50)
  }
}

/** Takes Redis away while people visit, gives it back, and looks whether anybody noticed. */
async function withoutRedis(away: () => Promise<unknown>, back: () => Promise<unknown>): Promise<void> {
  await expectSeenWithin(5, 0)
  const before = await metric('highstreet_redis_breaker_changes_total', 'open')
  const waitsBefore = await waits()
  await away()
  const steps = await visitUntil(sleep(STALL_MS))
  expect(unexpected(steps)).toEqual([])
  expect(await metric('highstreet_redis_breaker_changes_total', 'open')).toBeGreaterThan(before)
  expect(holder.current.log()).toContain('Redis does not answer')
  await expectShortWaitsSince(waitsBefore)
  await back()
  await expectSeenWithin(5, 0)
  expect(unexpected(await visitUntil(sleep(200)))).toEqual([])
}

/** What Redis answered in one round of visits, and what was read from Postgres because no level had it. */
async function roundOfVisits(): Promise<{ answered: number; made: number }> {
  await expectSeenWithin(10, 0)
  const answered = await metric('highstreet_redis_calls_total', 'result="answered"')
  const made = await metric('highstreet_cache_reads_total', 'source="made"')
  expect(unexpected(await visitUntil(sleep(500)))).toEqual([])
  return {
    answered: (await metric('highstreet_redis_calls_total', 'result="answered"')) - answered,
    made: (await metric('highstreet_cache_reads_total', 'source="made"')) - made,
  }
}

/** A machine that is busy with the start may look at Redis so late that the breaker opens: then the next round has to be as it should. */
test('P10: while Redis is there the shop uses it', async () => {
  const rounds = [await roundOfVisits()]
  while (rounds.length < 5 && rounds.every(({ answered, made }) => answered <= made)) rounds.push(await roundOfVisits())
  const { answered, made } = rounds[rounds.length - 1] as { answered: number; made: number }
  expect(made).toBeGreaterThan(0)
  expect(answered).toBeGreaterThan(made)
})

test('P10: Redis killed', async () => {
  const { killRedis, startRedis } = holder.current
  await withoutRedis(killRedis, startRedis)
})

test('P10: Redis stalled', async () => {
  const { redis } = holder.current.processes
  await withoutRedis(
    async () => redis?.child.kill('SIGSTOP'),
    async () => redis?.child.kill('SIGCONT'),
  )
})

if (redisServer)
  test('P10: the redis-server behind the stand-in stalled', async () => {
    await withoutRedis(
      async () => redisServer.process.kill('SIGSTOP'),
      async () => redisServer.process.kill('SIGCONT'),
    )
  })

test('P10: Redis emptied', async () => {
  const waitsBefore = await waits()
  const emptied = emptyAgainAndAgain(holder.current.flushRedis, () => sleep(50))
  expect(unexpected(await visitUntil(emptied))).toEqual([])
  await expectShortWaitsSince(waitsBefore)
})

test('P10: afterwards every invariant holds', async () => {
  expect(await brokenInvariants(holder.current.databaseUrl)).toEqual([])
})
