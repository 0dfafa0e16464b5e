import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { connectRedis, startRedis } from '@/local/testing/redis'

/* Two instances of the modules behind a route, as two processes would have them, over one Redis stand-in. */

let redis: Awaited<ReturnType<typeof startRedis>>
let asked: string[]

beforeAll(async () => {
  redis = await startRedis()
  vi.stubEnv('NEXT_DEPLOYMENT_ID', 'this-version')
})
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await redis.close()
})

/** Another process: its own modules, and nothing on `globalThis` that these had put there. */
async function anotherInstance() {
  vi.resetModules()
  for (const name of Object.keys(globalThis).filter((one) => one.startsWith('highstreet') && one !== 'highstreetDatabase')) {
    delete (globalThis as Record<string, unknown>)[name]
  }
  connectRedis(redis.url)
  const { route } = await import('./route')
  const { applyInvalidation } = await import('@/lib/platform/cache/invalidation-listeners')
  const { startInvalidationTail } = await import('@/lib/platform/cache/invalidation-tail')
  const { closeDatabase } = await import('@/db/client')
  const tail = await startInvalidationTail({ beganAt: new Date(), endedAt: new Date() })
  tail.stop()
  const handler = route('GET /api/v1/products', {
    summary: 'What was asked',
    input: z.object({ q: z.string(), page: z.coerce.number().default(1) }),
    output: z.object({ q: z.string(), page: z.number(), times: z.number() }),
    run: async (_, { q, page }) => ({ q, page, times: asked.push(q) }),
    publicSeconds: 900,
    tags: () => ['products_list'],
    kept: { as: 'products_search' },
  })
  const get = async (query: string) => {
    const response = await handler(new Request(`http://localhost/api/v1/products?${query}`), { params: Promise.resolve({}) })
    return { status: response.status, body: await response.json(), etag: response.headers.get('etag') }
  }
  return { get, applyInvalidation, closeDatabase }
}

test('R109, R115: a public GET is read once for all instances, by its parameters, and again after what it shows fell', async () => {
  const [one, two] = [await anotherInstance(), await anotherInstance()]
  const first = await one.get('q=lamp')
  expect(first.body).toEqual({ q: 'lamp', page: 1, times: 1 })
  // Nobody waits for Redis to have it.
  await expect.poll(() => redis.keys('cache:*lamp*')).toHaveLength(1)
  expect((await two.get('page=1&q=lamp')).body).toEqual(first.body)
  expect((await two.get('q=lamp&page=1')).etag).toBe(first.etag)
  expect(asked).toEqual(['lamp'])
  expect((await two.get('q=lamp&page=2')).body.times).toBe(2)
  two.applyInvalidation(['products_list'])
  expect((await two.get('q=lamp')).body.times).toBe(3)
  await Promise.all([one.closeDatabase(), two.closeDatabase()])
})

test('a refusal is never kept', async () => {
  const { get, closeDatabase } = await anotherInstance()
  expect((await get('page=x&q=lamp')).status).toBe(422)
  expect((await get('page=2&q=chair')).status).toBe(200)
  expect(asked).toEqual(['chair'])
  await closeDatabase()
})
