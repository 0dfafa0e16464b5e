import { expect, test } from 'vitest'
import { type Random, seededRandom, size } from '@/db/testing/seed'
import { builtActions } from '@/e2e/harness/build'
import { forEach } from '@/e2e/harness/for-each'
import { hostileBodies, hostilePathPart, hostileQuery, inputSchema } from '@/e2e/harness/hostile-input'
import { routeFiles } from '@/e2e/harness/routes'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'error' } })
const CASES = size(8, 300)
/** Thousands of requests, also on a machine that is busy. */
const TIMEOUT_MS = size(300_000, 3_600_000)

type Case = { name: string; path: string; init: RequestInit }

/** Sends a case and says what is wrong with the answer; null when it is as it should be. */
async function complaint({ name, path, init }: Case): Promise<string | null> {
  const response = await fetch(shop.current.url + path, { redirect: 'manual', ...init }).catch((error: unknown) => String(error))
  const what = `${init.method} ${path.slice(0, 200)} (${name})`
  if (typeof response === 'string') return `${what}: no answer: ${response}`
  const text = await response.text()
  if (response.status >= 500) return `${what}: ${response.status} ${text.slice(0, 200)}`
  const leak =
    /\bat [\w.<>]+ \(.*:\d+:\d+\)|node_modules|SQLSTATE|PostgresError|DrizzleQueryError|\b(select|insert into|update) .{0,200}\b(from|values|set)\b.{0,80}\$\d/i.exec(
      text,
    )
  if (leak) return `${what}: its inside shows: ${leak[0].slice(0, 200)}`
  if (response.status < 400 || !path.startsWith('/api/')) return null
  return init.method === 'HEAD' ? null : problemComplaint(response, text, what)
}

function problemComplaint(response: Response, text: string, what: string): string | null {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return `${what}: ${response.status} as ${type || 'nothing'}: ${text.slice(0, 80)}`
  const problem = JSON.parse(text) as Record<string, unknown>
  const isWhole =
    problem.status === response.status &&
    typeof problem.code === 'string' &&
    typeof problem.title === 'string' &&
    typeof problem.request_id === 'string'
  return isWhole ? null : `${what}: not a whole problem document: ${text.slice(0, 200)}`
}

async function complaintsAbout(cases: Case[]): Promise<string[]> {
  const found: string[] = []
  await forEach(cases, async (next) => {
    // A connection that ends before the answer does is a failure of the shop, too: the request has a name then.
    const wrong = await complaint(next).catch((error: unknown) => `${next.name}: ${next.path}: ${String(error)}`)
    if (wrong) found.push(wrong)
  })
  return found
}

const hostileHeaders = (random: Random): Record<string, string> => ({
  ...(random.next() < 0.2 ? { 'cart-token': random.pick(['x', 'a.b', 'a.b.c', '%00', `${'a'.repeat(4_000)}.b`]) } : {}),
  ...(random.next() < 0.2 ? { cookie: random.pick(['hs_cart=x', 'hs_cart=a.b', 'hs_cart=%00%ff; hs=1', `x=${'y'.repeat(4_000)}`, '=;;=']) } : {}),
  'idempotency-key': random.pick(['01890a5d-ac96-774b-bcce-b302099a8057', 'short', 'a'.repeat(300), '%00%00%00%00', 'with a space here']),
  ...(random.next() < 0.1 ? { 'if-none-match': '"x", W/"y"', accept: 'x/y;q=a', 'accept-language': '!!', range: 'bytes=9-1' } : {}),
})

/** Opened late: the modules of the shop read the environment when they are loaded. */
async function signedIn() {
  const [{ makeWorld }, { requests }, { pathOf }, { makeCategory, makeProduct }] = await Promise.all([
    import('@/e2e/authorisation/complaints'),
    import('@/e2e/authorisation/requests'),
    import('@/e2e/authorisation/ask-directly'),
    import('@/db/testing/world'),
  ])
  const product = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  return { makeWorld: () => makeWorld(product), requests, pathOf }
}

/** Mostly somebody who may do it, so that the input gets further than the question who asks. */
function identityOf(random: Random, { identity }: { identity: Record<'A' | 'bearer', Record<string, string>> }): Record<string, string> {
  const choice = random.next()
  if (choice < 0.4) return identity.bearer
  return choice < 0.7 ? { ...identity.A, origin: shop.current.url, 'sec-fetch-site': 'same-origin' } : {}
}

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
                ...identityOf(random, world.cast),
                ...(takesBody && body.type !== null ? { 'content-type': body.type } : {}),
              },
              ...(takesBody && body.bytes.length > 0 ? { body: typeof body.bytes === 'string' ? body.bytes : new Uint8Array(body.bytes) } : {}),
            },
          })
        }
      }
    }
    expect(cases.length).toBeGreaterThan(CASES * 60)
    expect(await complaintsAbout(cases)).toEqual([])
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
  expect(await complaintsAbout([...cases, ...methods])).toEqual([])
})

test(
  'S1: no argument of a Server Action makes a 5xx',
  async () => {
    const random = seededRandom()
    const { makeWorld, requests } = await signedIn()
    const actions = await builtActions()
    expect(actions.length).toBeGreaterThan(30)
    const cases: Case[] = []
    for (const { id, name, page } of actions) {
      const world = await makeWorld()
      const { params = {}, body = {} } = (await requests[name]?.(world)) ?? {}
      const real = Object.entries({ ...params, ...body }).map(([field, value]) => [field, String(value)] as const)
      for (let turn = 0; turn < CASES; turn++) {
        const { bytes, type, kind } = actionBody(random, id, real)
        const identity = identityOf(random, world.cast)
        cases.push({
          name: `${name}: ${kind}`,
          path: page,
          init: {
            method: 'POST',
            headers: {
              ...identity,
              origin: shop.current.url,
              ...(kind === 'plain form' ? {} : { 'next-action': id }),
              ...(type ? { 'content-type': type } : {}),
            },
            body: bytes as BodyInit,
          },
        })
      }
    }
    expect(await complaintsAbout(cases)).toEqual([])
  },
  TIMEOUT_MS,
)

const fieldNames = [
  'id',
  'variant_id',
  'quantity',
  'email',
  'step',
  'number',
  'token',
  'shipping_address.country',
  'idempotency_key',
  '__proto__',
  'card.number',
  'name',
  'next',
  'password',
  'rating',
  'body',
  'confirmation',
  'lines',
  'quantity/01890a5d-ac96-774b-bcce-b302099a8057',
  'quantity/',
  'reason/x',
  'price_drop/bell',
  '',
]
const fieldValues = [
  '',
  '0',
  '-1',
  '1e99',
  'x',
  '\u0000',
  '\ud800',
  '01890a5d-ac96-774b-bcce-b302099a8057',
  'a'.repeat(20_000),
  '😀',
  "';--",
  '__proto__',
]

type Field = readonly [string, string]

/** Fields that nobody would send, or those of the action of which one is wrong. */
function hostileFields(random: Random, real: Field[]): Field[] {
  if (real.length === 0 || random.next() < 0.4)
    return Array.from({ length: random.integer(0, 6) }, () => [random.pick(fieldNames), random.pick(fieldValues)] as const)
  const wrong = random.integer(0, real.length - 1)
  const fields = real.map(([name, value], index): Field => [name, index === wrong ? random.pick(fieldValues) : value])
  return random.next() < 0.2 ? [...fields, [random.pick(fieldNames), random.pick(fieldValues)]] : fields
}

/** The arguments as React sends them (state, then the form), and what somebody may send instead. */
function actionBody(random: Random, id: string, real: Field[]): { bytes: string | FormData | Uint8Array; type: string | null; kind: string } {
  const fields = hostileFields(random, real)
  const form = new FormData()
  const choice = random.integer(0, 7)
  if (choice <= 2) {
    for (const [name, value] of fields) form.append(`_1_${name}`, value)
    form.append('0', random.pick(['[{"status":"idle"},"$K1"]', '["$undefined","$K1"]', '["$K1"]', '[null,"$K1"]', '["$K1","$K1","$K1"]']))
    return { bytes: form, type: null, kind: 'form' }
  }
  if (choice === 3) {
    for (const [name, value] of fields) form.append(name, value)
    form.append(`$ACTION_ID_${id}`, '')
    return { bytes: form, type: null, kind: 'plain form' }
  }
  if (choice === 4)
    return {
      bytes: random.pick(['[]', '[1,2]', '{}', 'x', '', '["$F1"]', '["$@1"]', '[null,null]']),
      type: 'text/plain;charset=UTF-8',
      kind: 'other arguments',
    }
  if (choice === 5)
    return { bytes: '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K', type: 'multipart/form-data; boundary=x', kind: 'truncated' }
  if (choice === 6) return { bytes: new Uint8Array(1_050_000).fill(97), type: 'text/plain;charset=UTF-8', kind: '1.05 MB' }
  form.append('0', random.pick(['["$K', '{"a":', '[[[[', '["$Q1","$W2"]', '["$n99999999999999999999"]', '"$1:a:b:c"', '["$1:__proto__:x"]']))
  return { bytes: form, type: null, kind: 'broken arguments' }
}
