import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { refusalOf } from '@/db/testing/refusals'
import { seededRandom, size } from '@/db/testing/seed'
import { guest, withKey } from '@/db/testing/visitors'
import { makeCategory, makeProducts, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { isDomainError } from '@/lib/core/errors'
import { cancelOrder } from '@/lib/orders/cancel-order'
import type { OrderView } from '@/lib/orders/schemas'
import { env } from '@/lib/platform/env'
import { placeOrder } from './place-order'
import { fillCart, orderFor } from './testing'

const SHOPPERS = 8
/** The deadline of a statement is six seconds, and a call has several of them; one that hangs is beyond this. */
const HANGS_MS = 20_000

let products: WorldProduct[]
beforeAll(async () => {
  products = await makeProducts(
    await makeCategory(),
    Array.from({ length: 4 }, () => ({ stock: 100_000 })),
  )
})

/** What a good client does when it hears nothing: the same call again. A refusal is an answer. */
async function untilAnswered<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    const begunAt = Date.now()
    try {
      return await call()
    } catch (error) {
      expect(Date.now() - begunAt).toBeLessThan(HANGS_MS)
      if (isDomainError(error) && error.options.retryAfterSeconds === undefined && error.code !== 'unavailable') throw error
      await sleep(20)
    }
  }
}

/** Ends random connections of this database for a while. @returns how many */
async function killConnections(url: string, until: number): Promise<number> {
  const own = postgres(url, { max: 1, onnotice: () => {} })
  let killed = 0
  while (Date.now() < until) {
    const ended = await own`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' order by random() limit 1`
    killed += ended.length
    await sleep(50)
  }
  await own.end()
  return killed
}

test('P12: with connections killed twenty times a second nobody hangs, every purchase is there once, and the books add up', async () => {
  const { below } = seededRandom()
  const orders: { order: OrderView; isCancelled: boolean }[] = []
  const until = Date.now() + size(4_000, 30_000)
  const killing = killConnections(env.DATABASE_URL ?? '', until)
  const shop = async () => {
    while (Date.now() < until) {
      const ctx = withKey(guest())
      const variantId = products[below(products.length)]?.variantId
      if (!variantId) throw new Error('There are no products')
      const cart = await untilAnswered(() => fillCart(ctx, [{ variantId, quantity: 1 }]))
      const order = await untilAnswered(() => placeOrder(ctx, orderFor(cart)))
      const isCancelled = below(2) === 0
      // Cancelled by a call whose answer was lost, it cannot be cancelled again.
      const cancel = () => cancelOrder(ctx, { number: order.number, token: order.access_token })
      if (isCancelled) await untilAnswered(cancel).catch((error: unknown) => expect(error).toMatchObject({ code: 'not_cancellable' }))
      orders.push({ order, isCancelled })
    }
  }
  await Promise.all(Array.from({ length: SHOPPERS }, shop))
  const killed = await killing
  console.info(`${orders.length} orders, ${killed} connections killed`)
  expect(killed).toBeGreaterThan(size(5, 200))
  expect(orders.length).toBeGreaterThanOrEqual(SHOPPERS)
  const kept = await untilAnswered(() => database().execute<{ id: string; status: string }>(sql`select id, status from orders order by id`))
  const expected = orders.map(({ order, isCancelled }) => ({ id: order.id, status: isCancelled ? 'cancelled' : 'pending' }))
  expect([...kept]).toEqual(expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  expect(await findViolations(database())).toEqual([])
}, 120_000)

test('P12: while every connection is held others are told so within two seconds, and are served as soon as one is free', async () => {
  const ctx = withKey(guest())
  const lines = products.slice(0, 1).map(({ variantId }) => ({ variantId, quantity: 1 }))
  const cart = await fillCart(ctx, lines)
  const seconds = 4
  const rounds = size(1, 3)
  for (let round = 0; round < rounds; round++) {
    const held = Array.from({ length: env.MAX_DB_CONNECTIONS }, () => transaction((tx) => tx.execute(sql`select pg_sleep(${seconds})`)))
    await sleep(300)
    const begunAt = Date.now()
    const refusal = await refusalOf(placeOrder(ctx, orderFor(cart)))
    expect([refusal.code, Date.now() - begunAt < size(3_500, 3_000)]).toEqual(['unavailable', true])
    await Promise.all(held)
  }
  expect((await placeOrder(ctx, orderFor(cart))).status).toBe('pending')
  expect(await findViolations(database())).toEqual([])
}, 60_000)
