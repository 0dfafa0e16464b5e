import { afterAll, expect, test } from 'vitest'
import { size } from '@/db/testing/seed'
import { type Answer, call, declined, fillCart, pay, place } from '@/e2e/harness/api'
import { type CuttableProxy, startCuttableProxy } from '@/e2e/harness/cuttable-proxy'
import { testShop } from '@/e2e/harness/test-shop'

let proxy: CuttableProxy | undefined
const holder = testShop({ env: { LOG_LEVEL: 'info' }, reachDatabase: throughProxy })
afterAll(() => proxy?.stop())

async function throughProxy(databaseUrl: string): Promise<string> {
  const { hostname, port } = new URL(databaseUrl)
  proxy = await startCuttableProxy({ host: hostname, port: Number(port) })
  return Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(proxy.port) }).toString()
}

async function counter(code: string): Promise<number> {
  const text = await (await fetch(`${holder.current.url}/api/metrics`)).text()
  return Number(new RegExp(`^highstreet_problems_total\\{code="${code}"\\} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
}

async function aVariant(stock: number): Promise<string> {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  return (await makeProduct(await makeCategory(), { stock })).variantId
}

/** The refusal has its id in header and body, moves its metric, and stands in the log under the same id. */
async function expectVisible(answer: Answer<unknown>, status: number, code: string, before: number): Promise<void> {
  expect([answer.status, answer.json.code], answer.text).toEqual([status, code])
  const requestId = answer.headers.get('x-request-id') ?? 'none'
  expect(answer.json.request_id).toBe(requestId)
  expect(await counter(code)).toBeGreaterThan(before)
  await expect
    .poll(() =>
      holder.current
        .log()
        .split('\n')
        .find((line) => line.includes(requestId) && line.includes(code)),
    )
    .toBeTruthy()
}

test('O2: a sold-out checkout moves its metric and leaves a line with the request id', async () => {
  const { url } = holder.current
  const variantId = await aVariant(1)
  const [first, second] = [await fillCart(url, [{ variantId }]), await fillCart(url, [{ variantId }])]
  const before = await counter('out_of_stock')
  expect((await place(url, first.token, first.cart)).status).toBe(201)
  await expectVisible(await place(url, second.token, second.cart), 409, 'out_of_stock', before)
})

test('O2: a declined card moves its metric and leaves a line with the request id, without the card', async () => {
  const { url } = holder.current
  const { token, cart } = await fillCart(url, [{ variantId: await aVariant(5) }])
  const order = (await place(url, token, cart)).json
  const before = await counter('payment_declined')
  await expectVisible(await pay(url, order, undefined, declined), 402, 'payment_declined', before)
  expect(holder.current.log()).not.toContain(declined.number)
  expect(holder.current.log()).not.toContain('ada@example.com')
})

test('O2: a database that is away is 503 with Retry-After, static pages stay, readiness says why, and the first success comes within a second of its return', async () => {
  const { url } = holder.current
  const page = '/p/plaza-canvas-sneakers'
  expect((await fetch(url + page)).status).toBe(200)
  const before = await counter('unavailable')
  proxy?.cut()
  const refused = await Promise.all(Array.from({ length: 30 }, () => call(url, '/cart', { method: 'POST', body: {}, headers: { 'x-test': '1' } })))
  expect(new Set(refused.map(({ status }) => status))).toContain(503)
  const [one] = refused.filter(({ status }) => status === 503)
  if (!one) throw new Error('Nothing was refused')
  expect(Number(one.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await fetch(url + page)).status).toBe(200)
  const ready = await fetch(`${url}/api/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([503, { status: 'database' }])
  expect((await fetch(`${url}/api/health/live`)).status).toBe(200)

  proxy?.mend()
  const upAt = performance.now()
  for (let isUp = false; !isUp; ) {
    isUp = (await call(url, '/products')).status === 200
    expect(performance.now() - upAt).toBeLessThan(size(5_000, 1_000))
  }
  await expectVisible(one, 503, 'unavailable', before)
})

test('O2: repeated requests, events and answered operations are counted', async () => {
  const { url } = holder.current
  const { token, cart } = await fillCart(url, [{ variantId: await aVariant(5) }])
  const key = 'one-key-for-two-requests'
  await place(url, token, cart, key)
  await place(url, token, cart, key)
  const text = await (await fetch(`${url}/api/metrics`)).text()
  expect(text).toMatch(/^highstreet_idempotent_replays_total\{operation="[^"]*"\} [1-9]/m)
  expect(text).toMatch(/^highstreet_events_total\{type="order\.placed"\} [1-9]/m)
  expect(text).toMatch(/^highstreet_request_seconds_count\{operation="POST \/api\/v1\/checkout",status="201"\} [1-9]/m)
})
