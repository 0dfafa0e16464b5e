import { expect, test } from 'vitest'
import { call, fillCart, place } from '@/e2e/harness/api'
import { builtActions } from '@/e2e/harness/build'
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

/** A shopper in a browser: what identifies them is a cookie. */
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
        const prefix = isPlain ? '' : '1_'
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
