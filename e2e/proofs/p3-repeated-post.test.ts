import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { size } from '@/db/testing/seed'
import { call, fillCart, pay, place, placeInput } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

async function variant(): Promise<string> {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  return (await makeProduct(await makeCategory(), { stock: 10_000 })).variantId
}

async function countOrders(): Promise<number> {
  const { database } = await import('@/db/client')
  const { orders } = await import('@/db/schema/orders')
  return database().$count(orders)
}

test('P3: the same checkout ten times in parallel places one order, and all ten get the same status and bytes', async () => {
  const { url } = shop.current
  const variantId = await variant()
  const before = await countOrders()
  const keys = size(12, 50)
  for (let done = 0; done < keys; done++) {
    const { token, cart } = await fillCart(url, [{ variantId }])
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => place(url, token, cart, key)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  }
  expect(await countOrders()).toBe(before + keys)
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})

test('P3: the same payment ten times in parallel charges once; who comes too early is told to try again, and then gets the same answer', async () => {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId: await variant() }])
  const order = (await place(url, token, cart)).json
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => pay(url, order, key)))
  const finished = answers.filter(({ status }) => status === 200)
  const early = answers.filter(({ status }) => status !== 200)
  expect(finished.length).toBeGreaterThan(0)
  for (const answer of early) {
    expect([answer.status, answer.json.code]).toEqual([409, 'conflict'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  const later = await pay(url, order, key)
  expect(new Set([...finished, later].map(({ text }) => text)).size).toBe(1)
  expect(later.json.outcome).toBe('paid')
})

test('P3: another body under the same key is 422, and nothing is placed', async () => {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId: await variant() }])
  const key = randomUUID()
  expect((await place(url, token, cart, key)).status).toBe(201)
  const before = await countOrders()
  const other = await call(url, '/checkout', { method: 'POST', cartToken: token, key, body: { ...placeInput(cart), email: 'grace@example.com' } })
  expect([other.status, other.json.code]).toEqual([422, 'key_reused'])
  expect(await countOrders()).toBe(before)
})

test('P3: a checkout or payment without a key is 400, and nothing is placed', async () => {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId: await variant() }])
  const before = await countOrders()
  const missing = await call(url, '/checkout', { method: 'POST', cartToken: token, body: placeInput(cart) })
  expect([missing.status, missing.json.code]).toEqual([400, 'idempotency_key_missing'])
  expect(await countOrders()).toBe(before)
  const order = (await place(url, token, cart)).json
  const unpaid = await call(url, `/orders/${order.number}/payments`, { method: 'POST', body: { token: order.access_token, method: 'test_card' } })
  expect([unpaid.status, unpaid.json.code]).toEqual([400, 'idempotency_key_missing'])
})

test('P3: a refusal stores nothing: the same key works once the reason is gone', async () => {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId: await variant() }])
  const key = randomUUID()
  const wrong = { ...placeInput(cart), expected_total: { amount: 1, currency: 'USD' } }
  const refused = await call(url, '/checkout', { method: 'POST', cartToken: token, key, body: wrong })
  expect([refused.status, refused.json.code]).toEqual([409, 'price_changed'])
  expect((await place(url, token, cart, key)).status).toBe(201)
})
