import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { buy } from '@/lib/checkout/testing'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { receiveMoney } from '@/lib/orders/testing'
import { claimGuestOrders } from './join-account'

let lamp: WorldProduct
beforeAll(async () => {
  lamp = await makeProduct(await makeCategory(), { stock: 1000, priceMinor: 1000 })
})

type Totals = { orders: number; spent_minor: number; last_order_at: string | null }

async function totalsOf(id: UserId): Promise<Totals> {
  const [row] = await database().execute<Totals>(sql`select orders, spent_minor, last_order_at from customer_totals where user_id = ${id}`)
  return row ?? expect.fail('Everybody has a row')
}

const differences = async () => (await findViolations(database())).filter(({ check_name }) => check_name === 'customer_totals_differ')
const buys = (ctx: Ctx) => buy(ctx, [{ variantId: lamp.variantId, quantity: 1 }])

test('who is new has ordered nothing; an order counts when it is placed, and what it costs when it is paid', async () => {
  const id = await makeUser()
  expect(await totalsOf(id)).toMatchObject({ orders: 0, spent_minor: 0, last_order_at: null })
  const order = await buys(signedIn(id))
  expect(await totalsOf(id)).toMatchObject({ orders: 1, spent_minor: 0 })
  await receiveMoney(order)
  expect((await totalsOf(id)).spent_minor).toBe(order.totals.total.amount)
  expect(await differences()).toEqual([])
})

test('orders that were placed as a guest count when they are claimed', async () => {
  const id = await makeUser()
  const order = await buys(guest())
  await receiveMoney(order)
  await database().execute(sql`update orders set email = (select email from users where id = ${id}) where id = ${order.id}`)
  await database().execute(sql`update users set email_verified = true where id = ${id}`)
  await transaction((tx) => claimGuestOrders(tx, id))
  expect(await totalsOf(id)).toMatchObject({ orders: 1, spent_minor: order.totals.total.amount })
  expect(await differences()).toEqual([])
})

test('an order that goes to somebody else, loses its price or is removed takes with it what it brought', async () => {
  const [from, to] = [await makeUser(), await makeUser()]
  const order = await buys(signedIn(from))
  await receiveMoney(order)
  await database().execute(sql`update orders set user_id = ${to} where id = ${order.id}`)
  expect(await totalsOf(from)).toEqual({ orders: 0, spent_minor: 0, last_order_at: null })
  await database().execute(sql`update orders set paid_at = null where id = ${order.id}`)
  expect(await totalsOf(to)).toMatchObject({ orders: 1, spent_minor: 0 })
  await database().execute(sql`update orders set user_id = null where id = ${order.id}`)
  expect(await totalsOf(to)).toMatchObject({ orders: 0, last_order_at: null })
  expect(await differences()).toEqual([])
})

test('what is paid at the same moment is all counted', async () => {
  const id = await makeUser()
  const orders = []
  for (let n = 0; n < 5; n++) orders.push(await buys(signedIn(id)))
  await Promise.all(orders.map((order) => receiveMoney(order)))
  expect(await totalsOf(id)).toMatchObject({ orders: 5, spent_minor: orders.reduce((sum, { totals }) => sum + totals.total.amount, 0) })
  expect(await differences()).toEqual([])
})
