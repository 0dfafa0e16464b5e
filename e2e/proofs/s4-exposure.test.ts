import { expect, test } from 'vitest'
import { someOf } from '@/db/testing/seed'
import { type Answer, address, call, fillCart, pay, place, placeInput } from '@/e2e/harness/api'
import { forEach } from '@/e2e/harness/for-each'
import { routeFiles } from '@/e2e/harness/routes'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

/** The only secrets that may leave, and where: a cart's token to whoever made it, an order's token to whoever may see it. */
const documented = new Set(['cart_token', 'access_token', 'client_secret'])

function secretsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => secretsIn(item, `${path}/${index}`))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const isSecret = /hash|token|secret|password|session|key$/i.test(name) && !documented.has(name)
    return [...(isSecret ? [`${path}/${name}`] : []), ...secretsIn(inner, `${path}/${name}`)]
  })
}

async function aVariant(): Promise<string> {
  const { requireProduct } = await import('@/e2e/harness/stock')
  return (await requireProduct('plaza-canvas-sneakers')).variants[0]?.id ?? ''
}

/** A signed-in person who owns something of each kind, and what they would send. */
async function signedIn() {
  const [
    { makeWorld },
    { requests, pageRequests },
    { pageTable, routeTable, rowsOf },
    { askOverHttp },
    { fingerprintOf },
    { makeCategory, makeProduct },
  ] = await Promise.all([
    import('@/e2e/authorisation/complaints'),
    import('@/e2e/authorisation/requests'),
    import('@/e2e/authorisation/table'),
    import('@/e2e/authorisation/ask-over-http'),
    import('@/e2e/authorisation/fingerprint'),
    import('@/db/testing/world'),
  ])
  const product = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  return {
    makeWorld: () => makeWorld(product),
    requests: { ...requests, ...pageRequests },
    rows: [...rowsOf(routeTable), ...rowsOf(pageTable)],
    askOverHttp,
    fingerprintOf,
  }
}

test('S4: every write refuses a field that it does not know, names it and does nothing, for who may write', async () => {
  const { makeWorld, requests, rows, askOverHttp, fingerprintOf } = await signedIn()
  const specs = (await routeFiles()).flatMap((file) => [...file.specs]).filter(([operation]) => !operation.startsWith('GET '))
  const known = new Set(specs.map(([operation]) => operation))
  const takesFile = new Set<string>(specs.filter(([, { file }]) => file).map(([operation]) => operation))
  const writes = rows.filter(({ name }) => known.has(name as never))
  expect(writes.map(({ name }) => name).sort()).toEqual([...known].sort())
  // A file has no fields.
  const withFields = writes.filter(({ name }) => !takesFile.has(name))
  await forEach(someOf(withFields, 3), async (row) => {
    const world = await makeWorld()
    const asked = (await requests[row.name]?.(world)) ?? {}
    const isInBody = !row.name.startsWith('DELETE ')
    const more = isInBody ? { body: { ...asked.body, is_admin: true } } : { query: { ...asked.query, is_admin: 'true' } }
    const before = await fingerprintOf(world.cast.a.id)
    for (const caller of ['A', 'bearer'] as const) {
      const answer = await askOverHttp(shop.current.url, row, { ...asked, ...more }, world.cast.identity[caller])
      const { errors = [] } = JSON.parse(answer.text.trim()) as { errors?: { pointer: string }[] }
      expect([row.name, answer.status, errors.map(({ pointer }) => pointer)]).toEqual([row.name, 422, ['/is_admin']])
    }
    expect([row.name, await fingerprintOf(world.cast.a.id)]).toEqual([row.name, before])
  })
})

/** Where a secret is what was asked for. */
const given: Record<string, string[]> = { 'POST /api/v1/sessions': ['/token'] }

test('S4: no answer and no page shows anybody a hash, a token or a secret, except the documented ones', async () => {
  const { makeWorld, requests, rows, askOverHttp } = await signedIn()
  await forEach(someOf(rows, 3), async (row) => {
    const world = await makeWorld()
    for (const caller of ['B', 'A'] as const) {
      const asked = (await requests[row.name]?.(world)) ?? {}
      const { text, headers } = await askOverHttp(shop.current.url, row, asked, world.cast.identity[caller])
      const wrong = [/\$argon2/, shop.current.env.HIGHSTREET_SECRET ?? '', shop.current.env.DATABASE_URL ?? '', world.cast.a.token].filter(
        (secret) => (typeof secret === 'string' ? text.includes(secret) : secret.test(text)),
      )
      expect([row.name, caller, wrong]).toEqual([row.name, caller, []])
      if (!String(headers['content-type']).includes('json') || row.door.endsWith('openapi.json')) continue
      expect([row.name, caller, secretsIn(JSON.parse(text.trim())).filter((path) => !given[row.name]?.includes(path))]).toEqual([
        row.name,
        caller,
        [],
      ])
    }
  })
})

test('S4: price, user, status and total cannot be set from outside', async () => {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId: await aVariant() }])
  const attempts = [
    { path: '/cart/items', method: 'POST', body: { variant_id: await aVariant(), quantity: 1, price: { amount: 1, currency: 'USD' } } },
    { path: `/cart/items/${cart.lines[0]?.id}`, method: 'PATCH', body: { quantity: 1, price_minor: 1 } },
    { path: '/checkout', method: 'POST', body: { ...placeInput(cart), user_id: '01890a5d-ac96-774b-bcce-b302099a8057' } },
    { path: '/checkout', method: 'POST', body: { ...placeInput(cart), status: 'paid' } },
    { path: '/checkout', method: 'POST', body: { ...placeInput(cart), shipping_address: { ...address, is_default: true } } },
  ]
  for (const { path, method, body } of attempts) {
    const answer = await call(url, path, { method, body, cartToken: token, key: 'key-for-mass-assignment' })
    expect(answer.status, answer.text).toBe(422)
  }
})

test('S4: no answer of a whole purchase has a hash, token or secret in it, except the documented ones', async () => {
  const { url } = shop.current
  const variantId = await aVariant()
  const made = await fillCart(url, [{ variantId }])
  const order = await place(url, made.token, made.cart)
  const { number, access_token: token } = order.json
  const answers: Answer<unknown>[] = [
    order,
    await pay(url, order.json),
    await call(url, `/orders/${number}?token=${token}`),
    await call(url, `/orders/${number}/cancellation`, { method: 'POST', body: { token } }),
    ...(await Promise.all(
      [
        '/cart',
        '/products',
        '/products/plaza-canvas-sneakers',
        '/products/search?q=lamp',
        '/products/suggest?q=la',
        '/products/facets',
        '/categories',
        '/view',
        '/countries',
      ].map((path) => call(url, path, { cartToken: made.token })),
    )),
  ]
  for (const answer of answers) {
    expect(answer.status, answer.text).toBeLessThan(300)
    expect(secretsIn(answer.json)).toEqual([])
    expect(answer.text).not.toContain(shop.current.env.HIGHSTREET_SECRET)
  }
  expect(answers.slice(4).filter(({ text }) => /cart_token|access_token/.test(text))).toEqual([])
})

test('S4: an order is found by nobody without its token: no token, a wrong one, and the token of another order are the same 404', async () => {
  const { url } = shop.current
  const variantId = await aVariant()
  const [mine, other] = await Promise.all(
    [1, 2].map(async () => {
      const { token, cart } = await fillCart(url, [{ variantId }])
      return (await place(url, token, cart)).json
    }),
  )
  const texts = await Promise.all(
    ['', '?token=', '?token=x', `?token=${other?.access_token}`].map(async (query) => {
      const answer = await call(url, `/orders/${mine?.number}${query}`)
      expect([query, answer.status]).toEqual([query, 404])
      return answer.text.replace(/"request_id":"[^"]*"/, '')
    }),
  )
  expect(new Set(texts).size).toBe(1)
})
