import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { placeInput } from '@/e2e/harness/api'
import { type Running, startProcess } from '@/e2e/harness/processes'
import { emptyAgainAndAgain, type Step, visitWhile } from '@/e2e/harness/visits'
import type { CartView } from '@/lib/cart/schemas'
import { freePort } from '@/local/ports'

/*
 * The operations of the API, called as Next would call them, while the Redis stand-in beside them is killed, stopped for a while and
 * emptied. The whole shop goes through the same in e2e/proofs/p10-redis.test.ts.
 */

const TOKEN = 'token-of-this-test'
const STALL_MS = process.env.PROVE === '1' ? 10_000 : 1_000
let port: number
let redis: Running
let variantId: string
let person: { email: string; password: string }
let handlers: Awaited<ReturnType<typeof loadHandlers>>
let metrics: typeof import('@/lib/platform/metrics/metrics')['metrics']

const startRedis = () =>
  startProcess({
    name: 'The Redis stand-in',
    args: ['--import', 'tsx', 'local/redis-rest.ts'],
    env: { ...process.env, VITEST: undefined, NODE_OPTIONS: undefined, REDIS_REST_PORT: String(port), REDIS_REST_TOKEN: TOKEN, REDIS_URL: undefined },
    ready: 'message',
  })

beforeAll(async () => {
  port = await freePort()
  redis = await startRedis()
  vi.stubEnv('UPSTASH_REDIS_REST_URL', `http://127.0.0.1:${port}`)
  vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', TOKEN)
  vi.stubEnv('NEXT_DEPLOYMENT_ID', 'this-version')
  handlers = await loadHandlers()
  metrics = (await import('@/lib/platform/metrics/metrics')).metrics
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { makeAccount, PASSWORD } = await import('@/lib/customers/testing')
  const { startInvalidationTail } = await import('@/lib/platform/cache/invalidation-tail')
  variantId = (await makeProduct(await makeCategory(), { stock: 10_000 })).variantId
  person = { email: (await makeAccount()).email, password: PASSWORD }
  const tail = await startInvalidationTail({ beganAt: new Date(), endedAt: new Date() })
  tail.stop()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await redis.end('SIGKILL')
})

/** They read the environment when they are loaded. */
async function loadHandlers() {
  const [list, search, facets, cart, items, checkout, sessions] = await Promise.all([
    import('./products/route'),
    import('./products/search/route'),
    import('./products/facets/route'),
    import('./cart/route'),
    import('./cart/items/route'),
    import('./checkout/route'),
    import('./sessions/route'),
  ])
  return { list: list.GET, search: search.GET, facets: facets.GET, cart, items: items.POST, checkout: checkout.POST, signIn: sessions.POST }
}

type Ask = { body?: unknown; cartToken?: string; key?: string }

async function ask(steps: Step[], name: string, handler: typeof handlers.list, query = '', { body, cartToken, key }: Ask = {}) {
  const headers = {
    'content-type': 'application/json',
    ...(cartToken ? { 'cart-token': cartToken } : {}),
    ...(key ? { 'idempotency-key': key } : {}),
  }
  const request = new Request(
    `http://localhost:3000/api/v1/x${query}`,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  )
  const response = await handler(request, { params: Promise.resolve({}) })
  steps.push({ name, status: response.status })
  return (await response.json()) as CartView & { cart_token?: string }
}

/** What one person does, with words that nobody has searched for before, so that every read goes the whole way. */
async function visit(): Promise<Step[]> {
  const steps: Step[] = []
  const words = `?q=${randomUUID().slice(0, 8)}`
  await ask(steps, 'list', handlers.list, `?page_size=${1 + Math.floor(Math.random() * 100)}`)
  await ask(steps, 'search', handlers.search, words)
  await ask(steps, 'facets', handlers.facets, words.replace('q=', 'search='))
  const { cart_token: cartToken } = await ask(steps, 'new cart', handlers.cart.POST, '', { body: {} })
  const cart = await ask(steps, 'add', handlers.items, '', { body: { variant_id: variantId, quantity: 1 }, cartToken })
  await ask(steps, 'cart', handlers.cart.GET, '', { cartToken })
  await ask(steps, 'checkout', handlers.checkout, '', { body: placeInput(cart), cartToken, key: randomUUID() })
  return steps
}

async function visitUntil(until: Promise<unknown>): Promise<Step[]> {
  const signedIn: Step[] = []
  const [steps] = await Promise.all([visitWhile(until, 3, visit), ask(signedIn, 'sign-in', handlers.signIn, '', { body: person })])
  return [...steps, ...signedIn]
}

const failures = (steps: Step[]) => steps.filter(({ status }) => status >= 300)

async function counted(name: string, labels: Record<string, string> = {}): Promise<number> {
  const { values = [] } = (await metrics.registry.getSingleMetric(name)?.get()) ?? {}
  const meant = values.filter((one) => Object.entries(labels).every(([label, value]) => (one.labels as Record<string, unknown>)[label] === value))
  return meant.reduce((sum, { value }) => sum + value, 0)
}

const isOpen = () => counted('highstreet_redis_breaker_open')

async function withoutRedis(away: () => unknown, back: () => unknown): Promise<void> {
  await expect.poll(isOpen, { timeout: 20_000 }).toBe(0)
  const before = await counted('highstreet_redis_breaker_changes_total', { to: 'open' })
  await away()
  expect(failures(await visitUntil(sleep(STALL_MS)))).toEqual([])
  await expect.poll(isOpen, { timeout: 5_000 }).toBe(1)
  expect(await counted('highstreet_redis_breaker_changes_total', { to: 'open' })).toBeGreaterThan(before)
  // Nobody asks while it is open, so nobody waits.
  const skipped = await counted('highstreet_redis_calls_total', { result: 'skipped' })
  const failed = await counted('highstreet_redis_calls_total', { result: 'failed' })
  expect(failures(await visit())).toEqual([])
  expect(await counted('highstreet_redis_calls_total', { result: 'skipped' })).toBeGreaterThan(skipped)
  expect(await counted('highstreet_redis_calls_total', { result: 'failed' })).toBe(failed)
  await back()
  await expect.poll(isOpen, { timeout: 5_000 }).toBe(0)
  expect(failures(await visit())).toEqual([])
}

test('P10: while Redis is there it is used', async () => {
  // A machine that is busy with other tests may take more than 150 ms for each of the first calls.
  await expect
    .poll(
      async () => {
        expect(failures(await visit())).toEqual([])
        return counted('highstreet_redis_calls_total', { result: 'answered' })
      },
      { timeout: 25_000 },
    )
    .toBeGreaterThan(0)
})

test('P10: Redis killed: the shop goes on, and has it back within five seconds', async () => {
  await withoutRedis(
    () => redis.end('SIGKILL'),
    async () => {
      redis = await startRedis()
    },
  )
})

test('P10: Redis stalled: the shop goes on, and has it back within five seconds', async () => {
  await withoutRedis(
    () => redis.child.kill('SIGSTOP'),
    () => redis.child.kill('SIGCONT'),
  )
})

test('P10: Redis emptied under way', async () => {
  const flush = () => fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers: { authorization: `Bearer ${TOKEN}` }, body: '["FLUSHALL"]' })
  const emptied = emptyAgainAndAgain(flush, () => sleep(20))
  expect(failures(await visitUntil(emptied))).toEqual([])
})
