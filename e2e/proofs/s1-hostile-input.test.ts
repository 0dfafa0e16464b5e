import { expect, test } from 'vitest'
import { type Random, seededRandom, size } from '@/db/testing/seed'
import { CASES, type Case, complaintsAbout, identityOf, signedIn, TIMEOUT_MS } from '@/e2e/harness/hostile-caller'
import { hostileBodies, hostilePathPart, hostileQuery, inputSchema } from '@/e2e/harness/hostile-input'
import { routeFiles } from '@/e2e/harness/routes'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'error' } })

const hostileHeaders = (random: Random): Record<string, string> => ({
  ...(random.next() < 0.2 ? { 'cart-token': random.pick(['x', 'a.b', 'a.b.c', '%00', `${'a'.repeat(4_000)}.b`]) } : {}),
  ...(random.next() < 0.2 ? { cookie: random.pick(['hs_cart=x', 'hs_cart=a.b', 'hs_cart=%00%ff; hs=1', `x=${'y'.repeat(4_000)}`, '=;;=']) } : {}),
  'idempotency-key': random.pick(['01890a5d-ac96-774b-bcce-b302099a8057', 'short', 'a'.repeat(300), '%00%00%00%00', 'with a space here']),
  ...(random.next() < 0.1 ? { 'if-none-match': '"x", W/"y"', accept: 'x/y;q=a', 'accept-language': '!!', range: 'bytes=9-1' } : {}),
})

test(
  'S1: no body, query, path or header makes a route handler answer 5xx, and every refusal of the API is a problem document',
  async () => {
    const random = seededRandom()
    const { makeWorld, requests, pathOf } = await signedIn()
    const cases: Case[] = []
    for (const { address, methods, specs } of await routeFiles()) {
      for (const method of methods) {
        const spec = [...specs].find(([operation]) => operation.startsWith(`${method} `))?.[1]
        const schema = spec ? inputSchema(spec.input) : {}
        const takesBody = !['GET', 'HEAD', 'DELETE'].includes(method)
        const world = await makeWorld()
        const asked = (await requests[`${method} ${address}`]?.(world)) ?? {}
        const isThere = Object.keys(asked.params ?? {}).length > 0
        for (const body of hostileBodies(schema, random, CASES, asked.body)) {
          const isPathHostile = random.next() < 0.3
          const unknown = address.replaceAll(/\{(\w+)\}/g, () => (isPathHostile ? hostilePathPart(random) : '01890a5d-ac96-774b-bcce-b302099a8057'))
          const path = isThere && random.next() < 0.6 ? pathOf(address, { params: asked.params }) : unknown
          const query = hostileQuery(schema, random)
          cases.push({
            name: takesBody ? body.name : 'query',
            path: query ? `${path}?${query}` : path,
            init: {
              method,
              headers: {
                ...hostileHeaders(random),
                ...identityOf(random, shop.current.url, world.cast),
                ...(takesBody && body.type !== null ? { 'content-type': body.type } : {}),
              },
              ...(takesBody && body.bytes.length > 0 ? { body: typeof body.bytes === 'string' ? body.bytes : new Uint8Array(body.bytes) } : {}),
            },
          })
        }
      }
    }
    expect(cases.length).toBeGreaterThan(CASES * 60)
    expect(await complaintsAbout(shop.current.url, cases)).toEqual([])
  },
  TIMEOUT_MS,
)

/** A page costs more than a handler, and reads only its address. */
const CASES_OF_PAGE = size(6, 60)
/** What pages read from their address. */
const pageParameters = [
  'q',
  'sort',
  'price',
  'rating',
  'stars',
  'category',
  'status',
  'year',
  'search',
  'from',
  'to',
  'total_from',
  'customer',
  't',
  'token',
  'next',
  'view',
  'waiting',
]

test(
  'S1: no address of a page makes it answer 5xx, or end half-way',
  async () => {
    const random = seededRandom()
    const { makeWorld, pageRequests, pathOf } = await signedIn()
    const world = await makeWorld()
    const { identity } = world.cast
    const cases: Case[] = []
    for (const [name, ask] of Object.entries(pageRequests)) {
      const [address = name] = name.split(': ')
      const { params } = await ask(world)
      for (let times = 0; times < CASES_OF_PAGE; times++) {
        const query = hostileQuery({ properties: Object.fromEntries(pageParameters.map((parameter) => [parameter, {}])) }, random)
        const headers = random.pick([identity.admin, identity.A, {}])
        cases.push({ name: 'query', path: `${pathOf(address, { params })}?${query}`, init: { method: 'GET', headers } })
      }
    }
    expect(cases.length).toBeGreaterThan(CASES_OF_PAGE * 60)
    expect(await complaintsAbout(shop.current.url, cases)).toEqual([])
  },
  TIMEOUT_MS,
)

test('S1: addresses of the API that do not exist, and methods that a route does not have, are problem documents', async () => {
  const cases = ['/api/v1', '/api/v1/nothing', '/api/v1/products/a/b/c', '/api/v1/cart/%ff', '/api/v1/%2e%2e/%2e%2e', '/api/v1//cart'].map(
    (path) => ({
      name: 'unknown address',
      path,
      init: { method: 'GET' },
    }),
  )
  const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS'].map((method) => ({ name: 'unknown method', path: '/api/v1/checkout', init: { method } }))
  expect(await complaintsAbout(shop.current.url, [...cases, ...methods])).toEqual([])
})
