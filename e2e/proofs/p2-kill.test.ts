import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { type Answer, fillCart, pay, place } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'
import type { CartView } from '@/lib/cart/schemas'
import type { OrderView } from '@/lib/orders/schemas'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

const SHOPPERS = 8

/** One shopper's purchase: keys are kept, because a client that got no answer sends the same request again. */
type Purchase = { token: string; cart: CartView; placeKey: string; payKey: string; placed?: OrderView; isPaid: boolean }

/** Null when the connection broke or the shop was not there: the shopper does not know what happened. */
async function attempt<T>(request: Promise<Answer<T>>): Promise<Answer<T> | null> {
  return request.catch(() => null)
}

async function buy(purchase: Purchase): Promise<void> {
  const { url } = shop.current
  const placed = await attempt(place(url, purchase.token, purchase.cart, purchase.placeKey))
  if (placed?.status !== 201) return
  purchase.placed = placed.json
  const paid = await attempt(pay(url, placed.json, purchase.payKey))
  purchase.isPaid = paid?.status === 200 && paid.json.outcome === 'paid'
}

async function countOrders(): Promise<number> {
  const { database } = await import('@/db/client')
  const { orders } = await import('@/db/schema/orders')
  return database().$count(orders)
}

/** What a client does after a broken connection: the same request with the same key, until there is an answer that is not "later". */
async function untilAnswered<T>(request: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (let tries = 0; ; tries++) {
    const answer = await attempt(request())
    if (answer && answer.status !== 503 && answer.json.code !== 'conflict') return answer
    if (tries > 60) throw new Error(`No answer: ${answer?.status} ${answer?.text}`)
    await sleep(250)
  }
}

test('P2: kill -9 of the shop or of the payment provider at random instants loses no order, makes none twice, and takes no money twice', async () => {
  const random = seededRandom()
  const kills = size(7, 200)
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const product = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  let acknowledged = 0

  for (let kill = 0; kill < kills; kill++) {
    const { url } = shop.current
    const before = await countOrders()
    const purchases: Purchase[] = await Promise.all(
      Array.from({ length: SHOPPERS }, async () => ({
        ...(await fillCart(url, [{ variantId: product.variantId, quantity: random.integer(1, 3) }])),
        placeKey: randomUUID(),
        payKey: randomUUID(),
        isPaid: false,
      })),
    )
    const isProvider = random.next() < 0.25
    const under = Promise.all(purchases.map(buy))
    await sleep(random.integer(0, 120))
    if (isProvider) await shop.current.killPayments()
    else await shop.current.killServer()
    await under
    acknowledged += purchases.filter(({ placed }) => placed).length
    if (isProvider) await shop.current.startPayments()
    else await shop.current.startServer()

    // Every shopper repeats what was not answered; every acknowledged order is still there.
    for (const purchase of purchases) {
      const again = await untilAnswered(() => place(url, purchase.token, purchase.cart, purchase.placeKey))
      expect(again.status, again.text).toBe(201)
      if (purchase.placed) expect(again.json.number).toBe(purchase.placed.number)
      const paid = await settled(again.json, purchase.payKey)
      if (purchase.isPaid) expect(paid).toBe('paid')
    }
    expect(await countOrders()).toBe(before + SHOPPERS)
  }
  // What a sweep does each minute in a shop: at full size the first kills are longer ago than a key may be under way.
  const { releaseAbandonedKeys } = await import('@/lib/platform/idempotency/idempotency')
  await releaseAbandonedKeys('', 240)
  console.log(`P2: ${kills} kills, ${acknowledged} of ${kills * SHOPPERS} orders were acknowledged before their kill`)
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
  expect(await capturedTwice()).toEqual([])
})

/** Pays with the same key until the outcome is known. A payment that was under way is found by the sweep and the webhooks; here the client asks again. */
async function settled(order: OrderView, key: string): Promise<string> {
  const { call } = await import('@/e2e/harness/api')
  const { url } = shop.current
  for (let tries = 0; tries < 80; tries++) {
    const answer = await attempt(pay(url, order, key))
    if (answer?.status === 200 && answer.json.outcome === 'paid') return 'paid'
    const seen = await attempt(call<OrderView>(url, `/orders/${order.number}?token=${encodeURIComponent(order.access_token)}`))
    if (seen?.json.payment_status === 'paid') return 'paid'
    await sleep(250)
  }
  return 'unknown'
}

/** The provider's own book: no order was charged more than once. */
async function capturedTwice(): Promise<unknown[]> {
  const { database } = await import('@/db/client')
  const { sql } = await import('drizzle-orm')
  return database().execute(
    sql`select order_number, count(*) from test_payments.payments where captured > refunded and order_number <> '' group by order_number having count(*) > 1`,
  )
}
