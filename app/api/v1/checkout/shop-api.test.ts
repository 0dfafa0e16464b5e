import { beforeAll, expect, test } from 'vitest'
import { PUT as saveContact } from '@/app/api/v1/cart/contact/route'
import { GET as deliveryOptions } from '@/app/api/v1/cart/delivery-options/route'
import { PATCH as changeLine, DELETE as removeLine } from '@/app/api/v1/cart/items/[id]/route'
import { POST as addLine } from '@/app/api/v1/cart/items/route'
import { POST as acceptPrices } from '@/app/api/v1/cart/prices/route'
import { POST as createCart, GET as readCart } from '@/app/api/v1/cart/route'
import { GET as readCountry } from '@/app/api/v1/countries/[code]/route'
import { GET as readCountries } from '@/app/api/v1/countries/route'
import { POST as cancel } from '@/app/api/v1/orders/[number]/cancellation/route'
import { POST as putBack } from '@/app/api/v1/orders/[number]/cart/route'
import { GET as readOrder } from '@/app/api/v1/orders/[number]/route'
import { makeWorld } from '@/db/testing/world'
import { POST as checkout } from './route'

type Handler = typeof checkout
type Call = { body?: unknown; token?: string; key?: string; params?: Record<string, string>; query?: string; method?: string }

async function call(handler: Handler, { body, token, key, params = {}, query = '', method = body ? 'POST' : 'GET' }: Call = {}) {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (token) headers.set('cart-token', token)
  if (key) headers.set('idempotency-key', key)
  const request = new Request(`http://localhost:3000/api${query}`, { method, headers, body: body ? JSON.stringify(body) : undefined })
  const response = await handler(request, { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Record<string, unknown> }
}

let world: Awaited<ReturnType<typeof makeWorld>>
beforeAll(async () => {
  world = await makeWorld()
})

const address = { full_name: 'Ada Lovelace', line1: '1 Main Street', city: 'New York', region: 'NY', postal_code: '10001', country: 'US' }

test('an outside client buys from an empty hand to a cancelled order, with a token, a key and a link', async () => {
  const made = await call(createCart, { body: {} })
  expect(made.status).toBe(201)
  const token = String(made.body.cart_token)
  const added = await call(addLine, { token, body: { variant_id: world.products.lamp.variantId, quantity: 3 } })
  expect(added.status).toBe(201)
  expect(added.body).toMatchObject({ count: 3, is_buyable: true })
  expect(added.headers.get('cache-control')).toBe('private, no-store')
  const [line] = added.body.lines as { id: string }[]
  const changed = await call(changeLine, { token, method: 'PATCH', body: { quantity: 2 }, params: { id: line?.id ?? '' } })
  expect(changed.body).toMatchObject({ count: 2 })
  expect((await call(saveContact, { token, method: 'PUT', body: { email: 'ada@example.com' } })).body).toMatchObject({ email: 'ada@example.com' })
  expect((await call(acceptPrices, { token, body: {} })).status).toBe(200)
  const cart = await call(readCart, { token })
  const { total } = cart.body.totals as { total: unknown }
  const order = { email: 'ada@example.com', shipping_address: address, shipping_method: 'standard', expected_total: total }

  expect((await call(checkout, { token, body: order })).body).toMatchObject({ code: 'idempotency_key_missing', status: 400 })
  const placed = await call(checkout, { token, body: order, key: 'key-number-1' })
  expect(placed.status).toBe(201)
  expect((await call(checkout, { token, body: order, key: 'key-number-1' })).body).toEqual(placed.body)
  expect((await call(checkout, { token, body: { ...order, email: 'eve@example.com' }, key: 'key-number-1' })).status).toBe(422)
  expect((await call(readCart, { token })).body).toMatchObject({ id: null, count: 0 })

  const params = { number: String(placed.body.number) }
  const link = String(placed.body.access_token)
  expect((await call(readOrder, { params })).status).toBe(404)
  expect((await call(readOrder, { params, query: `?token=${link}` })).body).toEqual(placed.body)
  const typed = { number: params.number.toLowerCase() }
  expect((await call(readOrder, { params: typed, query: `?token=${link}` })).body).toEqual(placed.body)
  expect((await call(cancel, { params, body: { token: 'wrong' } })).status).toBe(404)
  expect((await call(cancel, { params, body: { token: link } })).body).toMatchObject({ status: 'cancelled' })
  expect((await call(cancel, { params, body: { token: link } })).body).toMatchObject({
    status: 400,
    code: 'not_cancellable',
    detail: 'Cannot cancel order in cancelled status',
  })
  const again = await call(putBack, { token, params, body: { token: link } })
  expect(again.body).toMatchObject({ cart: { count: 2 }, missing: [] })
})

test('a refusal says what is left, and a removed line is gone', async () => {
  const token = String((await call(createCart, { body: {} })).body.cart_token)
  const refused = await call(addLine, { token, body: { variant_id: world.products.mug.variantId, quantity: 11 } })
  expect(refused).toMatchObject({ status: 409, body: { code: 'out_of_stock', available: 10 } })
  const added = await call(addLine, { token, body: { variant_id: world.products.mug.variantId } })
  const [line] = added.body.lines as { id: string }[]
  const params = { id: line?.id ?? '' }
  expect((await call(removeLine, { token, method: 'DELETE', params })).body).toMatchObject({ count: 0 })
  expect((await call(removeLine, { token, method: 'DELETE', params })).status).toBe(404)
})

test('countries are public, small, and the same for everybody', async () => {
  const list = await call(readCountries)
  expect(list.headers.get('cache-control')).toContain('public')
  expect(JSON.stringify(list.body).length).toBeLessThan(15_000)
  expect((await call(readCountry, { params: { code: 'us' } })).body).toMatchObject({
    code: 'US',
    is_region_required: true,
    postal_code_label: 'ZIP code',
  })
  expect((await call(readCountry, { params: { code: 'zz' } })).status).toBe(404)
})

test('the ways to a country that does not exist are refused with a sentence', async () => {
  expect((await call(deliveryOptions, { query: '?country=us' })).status).toBe(200)
  expect((await call(deliveryOptions, { query: '?country=ZZ' })).body).toMatchObject({
    status: 422,
    errors: [{ pointer: '/country', detail: 'There is no country with this code.' }],
  })
})
