import { expect, test } from 'vitest'
import { size, someOf } from '@/db/testing/seed'
import { type Row, routeTable, rowsOf } from '@/e2e/authorisation/table'
import { call, fillCart, place } from '@/e2e/harness/api'
import { builtActions } from '@/e2e/harness/build'
import { forEach } from '@/e2e/harness/for-each'
import { routeFiles } from '@/e2e/harness/routes'
import { testShop } from '@/e2e/harness/test-shop'
import type { CartView } from '@/lib/cart/schemas'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

const foreign = (url: string): Record<string, Record<string, string>> => ({
  'an evil Origin': { origin: 'https://evil.example' },
  'a look-alike Origin': { origin: `${url}.evil.example` },
  'another port': { origin: 'http://localhost:1' },
  'Origin null': { origin: 'null' },
  'no Origin': {},
  'our Origin, but cross-site': { origin: url, 'sec-fetch-site': 'cross-site' },
  'our Origin, but same-site': { origin: url, 'sec-fetch-site': 'same-site' },
})

async function fingerprint(): Promise<unknown> {
  const { database } = await import('@/db/client')
  const { sql } = await import('drizzle-orm')
  const [row] = await database().execute(sql`
    select (select count(*) from carts) as carts, (select count(*) from orders) as orders, (select count(*) from payments) as payments,
      (select md5(string_agg(c::text, '' order by c.id)) from carts c) as cart_rows,
      (select md5(string_agg(i::text, '' order by i.id)) from cart_items i) as items,
      (select md5(string_agg(o::text, '' order by o.id)) from orders o) as order_rows`)
  return row
}

/** Somebody in a browser: what identifies them is a cookie. */
async function withCookie() {
  const { url } = shop.current
  const { requireProduct } = await import('@/e2e/harness/stock')
  const variantId = (await requireProduct('plaza-canvas-sneakers')).variants[0]?.id ?? ''
  const { token, cart } = await fillCart(url, [{ variantId }])
  const order = await fillCart(url, [{ variantId }]).then((made) => place(url, made.token, made.cart))
  return { cookie: `hs_cart=${token}; hs=c`, cart, variantId, order: order.json }
}

test('S5: no write of the API that a cookie authenticates can be made from another site', async () => {
  const { url } = shop.current
  const { cookie, cart, order } = await withCookie()
  const writes = (await routeFiles()).flatMap(({ specs }) => [...specs.keys()].filter((operation) => !operation.startsWith('GET ')))
  const before = await fingerprint()
  for (const operation of writes) {
    const [method = '', path = ''] = operation.split(' ')
    const address = path
      .replace('/api/v1', '')
      .replace('{id}', cart.lines[0]?.id ?? '')
      .replace('{number}', order.number)
    for (const [name, headers] of Object.entries(foreign(url))) {
      for (const type of ['application/json', 'text/plain']) {
        const answer = await call(url, address, {
          method,
          key: 'key-from-another-site',
          body: JSON.stringify({ quantity: 5 }),
          headers: { cookie, ...headers, 'content-type': type },
        })
        expect([operation, name, type, answer.status, answer.json.code]).toEqual([operation, name, type, 403, 'origin_refused'])
      }
    }
  }
  expect(await fingerprint()).toEqual(before)
})

test('S5: no Server Action can be called from another site, neither by script nor by a plain form', async () => {
  const { url } = shop.current
  const { cookie, variantId } = await withCookie()
  const before = await fingerprint()
  for (const { id, name, page } of await builtActions()) {
    for (const [kind, headers] of Object.entries(foreign(url))) {
      for (const isPlain of [true, false]) {
        const form = new FormData()
        const prefix = isPlain ? '' : '_1_'
        form.append(`${prefix}variant_id`, variantId)
        form.append(`${prefix}quantity`, '1')
        form.append(isPlain ? `$ACTION_ID_${id}` : '0', isPlain ? '' : '[{"status":"idle"},"$K1"]')
        const response = await fetch(url + page, {
          method: 'POST',
          body: form,
          redirect: 'manual',
          headers: { cookie, ...headers, ...(isPlain ? {} : { 'next-action': id }) },
        })
        expect([name, kind, response.status]).toEqual([name, kind, 403])
      }
    }
  }
  expect(await fingerprint()).toEqual(before)
})

test('S5: JSON sent as plain text is refused even from our own pages, and a program with a Cart-Token needs no Origin', async () => {
  const { url } = shop.current
  const { cookie, variantId } = await withCookie()
  const body = JSON.stringify({ variant_id: variantId })
  const before = await fingerprint()
  const plain = await call(url, '/cart/items', { method: 'POST', body, headers: { cookie, origin: url, 'content-type': 'text/plain' } })
  expect([plain.status, plain.json.code]).toEqual([415, 'unsupported_media_type'])
  expect(await fingerprint()).toEqual(before)
  const own = await call<CartView>(url, '/cart/items', { method: 'POST', body, headers: { cookie, origin: url, 'sec-fetch-site': 'same-origin' } })
  expect(own.status).toBeLessThan(300)
})

/** Everything of the shop, and of a person who is signed in and owns something of each kind. */
async function signedIn() {
  const [{ makeWorld }, { requests }, { fingerprintOf }, { pathOf }, { makeCategory, makeProduct }] = await Promise.all([
    import('@/e2e/authorisation/complaints'),
    import('@/e2e/authorisation/requests'),
    import('@/e2e/authorisation/fingerprint'),
    import('@/e2e/authorisation/ask-directly'),
    import('@/db/testing/world'),
  ])
  const product = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  return { makeWorld: () => makeWorld(product), requests, fingerprintOf, pathOf }
}

/** What the table says of an operation. */
const verdictsOf = (operation: string): Partial<Row['verdicts']> => rowsOf(routeTable).find(({ name }) => name === operation)?.verdicts ?? {}

test('S5: nothing that a signed-in person may change can be changed from another site, with the very request that would change it', async () => {
  const { url } = shop.current
  const { makeWorld, requests, fingerprintOf, pathOf } = await signedIn()
  const writes = (await routeFiles()).flatMap(({ specs }) => [...specs.keys()].filter((operation) => !operation.startsWith('GET ')))
  await forEach(someOf(writes, 3), async (operation) => {
    const world = await makeWorld()
    const asked = (await requests[operation]?.(world)) ?? {}
    const [method = '', address = ''] = operation.split(' ')
    const before = await fingerprintOf(world.cast.a.id)
    for (const [name, headers] of Object.entries(foreign(url))) {
      for (const type of ['application/json', 'text/plain']) {
        const answer = await call(url, pathOf(address, asked).replace('/api/v1', ''), {
          method,
          ...(method === 'DELETE' ? {} : { body: asked.body ?? {} }),
          headers: { ...asked.headers, ...world.cast.identity.A, ...headers, 'content-type': type },
        })
        expect([operation, name, type, answer.status, answer.json.code]).toEqual([operation, name, type, 403, 'origin_refused'])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    }
    expect([operation, await fingerprintOf(world.cast.a.id)]).toEqual([operation, before])
    // It was no other fault that had it refused: from our own page whoever may do it can.
    const verdicts = verdictsOf(operation)
    const who = (['A', 'admin'] as const).find((caller) => (verdicts[caller]?.status ?? 500) < 300)
    if (!who) return
    const own = { origin: url, 'sec-fetch-site': 'same-origin' }
    const body = method === 'DELETE' ? {} : { body: asked.body ?? {} }
    const headers = { ...asked.headers, ...world.cast.identity[who], ...own }
    const allowed = await call(url, pathOf(address, asked).replace('/api/v1', ''), { method, ...body, headers })
    expect([operation, allowed.status < 300, allowed.text]).toEqual([operation, true, allowed.text])
  })
})

test('S5: no Server Action of a signed-in person can be called from another site, with the very fields that would do it', async () => {
  const { url } = shop.current
  const { makeWorld, requests, fingerprintOf } = await signedIn()
  const didSomething: string[] = []
  const own = { 'our own page': { origin: url, 'sec-fetch-site': 'same-origin' } }
  await forEach(someOf(await builtActions(), 3), async ({ id, name, page }) => {
    const world = await makeWorld()
    const { params = {}, body = {} } = (await requests[name]?.(world)) ?? {}
    const before = await fingerprintOf(world.cast.a.id)
    for (const [kind, headers] of Object.entries({ ...foreign(url), ...own })) {
      for (const isPlain of [true, false]) {
        if (kind in own) expect([name, await fingerprintOf(world.cast.a.id)]).toEqual([name, before])
        if (kind in own && isPlain) continue
        const form = new FormData()
        for (const [field, value] of Object.entries({ ...params, ...body })) form.append(`${isPlain ? '' : '_1_'}${field}`, String(value))
        form.append(isPlain ? `$ACTION_ID_${id}` : '0', isPlain ? '' : '[{"status":"idle"},"$K1"]')
        const response = await fetch(url + page, {
          method: 'POST',
          body: form,
          redirect: 'manual',
          headers: { ...world.cast.identity.A, ...headers, ...(isPlain ? {} : { 'next-action': id }) },
        })
        if (!(kind in own)) expect([name, kind, response.status, response.headers.getSetCookie()]).toEqual([name, kind, 403, []])
      }
    }
    if (JSON.stringify(await fingerprintOf(world.cast.a.id)) !== JSON.stringify(before)) didSomething.push(name)
  })
  // From our own page the same fields do what they say.
  expect(didSomething.length).toBeGreaterThan(size(6, 25))
})

test('S5: nobody is signed in, out or given a cart by another site, also without any cookie: there is none to protect then', async () => {
  const { url } = shop.current
  const { makeWorld, requests, pathOf } = await signedIn()
  const world = await makeWorld()
  const { 'no Origin': _, ...others } = foreign(url)
  const writes = (await routeFiles()).flatMap(({ specs }) => [...specs.keys()].filter((operation) => !operation.startsWith('GET ')))
  await forEach(someOf(writes, 3), async (operation) => {
    const asked = (await requests[operation]?.(world)) ?? {}
    const [method = '', address = ''] = operation.split(' ')
    const path = pathOf(address, asked).replace('/api/v1', '')
    for (const [name, headers] of Object.entries(others)) {
      const body = method === 'DELETE' ? {} : { body: asked.body ?? {} }
      const answer = await call(url, path, { method, ...body, headers: { ...asked.headers, ...headers } })
      expect([operation, name, answer.status, answer.headers.getSetCookie()]).toEqual([operation, name, 403, []])
    }
  })
  // The programs' way in answers with a token, and never with a cookie.
  const asked = (await requests['POST /api/v1/sessions']?.(world)) ?? {}
  const program = await call(url, '/sessions', { method: 'POST', body: asked.body })
  expect([program.status, program.headers.getSetCookie()]).toEqual([201, []])
})
