import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { rollUp } from '@/lib/analytics/roll-up'
import { salesOf } from '@/lib/analytics/sales-of'
import { DayRange } from '@/lib/analytics/schemas'
import { buy, fillCart } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { receiveMoney } from '@/lib/orders/testing'
import { readHome } from './read-home'
import { Home } from './schemas'

const staff = (...permissions: StaffPermission[]): Ctx => ({
  actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
  requestId: newId(),
  clientAddress: '127.0.0.1',
})
const boss: Ctx = { ...staff(), actor: { kind: 'user', userId: newId<UserId>(), role: 'admin' } }

let total = 0
let product: WorldProduct
beforeAll(async () => {
  product = await makeProduct(await makeCategory(), { stock: 100, priceMinor: 1999 })
  // Three today and two a week ago, a moment earlier in the day.
  for (let made = 0; made < 5; made++) {
    const order = await buy(guest(), [{ variantId: product.variantId, quantity: made + 1 }])
    await receiveMoney(order)
    if (made < 3) total += order.totals.total.amount
    else await database().execute(sql`update orders set paid_at = paid_at - interval '7 days' - interval '1 second' where id = ${order.id}`)
  }
  await buy(guest(), [{ variantId: product.variantId, quantity: 1 }])
})

test('the figures are those of the orders, to the cent, in at most four statements', async () => {
  const { result, statements } = await recordStatements(() => readHome(boss, { days: '30' }))
  expect(statements.length).toBeLessThanOrEqual(4)
  const { sales, orders } = Home.parse(result)
  expect(sales?.today).toMatchObject({ revenue: { amount: total, currency: 'USD' }, orders: 3 })
  expect(sales?.last_week.orders).toBe(2)
  expect(sales?.days).toHaveLength(30)
  const [sums] = await database().execute<{ revenue: string; orders: number }>(sql`
    select sum(total_minor) as revenue, count(*)::int as orders from orders where paid_at is not null`)
  const shown = (sales?.days ?? []).reduce((all, day) => all + day.revenue.amount, 0)
  expect(shown).toBe(Number(sums?.revenue))
  expect(sales?.best_sellers[0]).toMatchObject({ units: 15, revenue: { amount: 15 * 1999 } })
  expect(orders).toMatchObject({ to_send: 5, unpaid: 1 })
  expect(sales?.carts_left).toMatchObject({ count: 0, worth: { amount: 0 }, recovered: 0 })
})

test('summaries and today give what the orders alone give, to the cent, and closed days are read from the summaries', async () => {
  const ranges = ['7', '30', '90'] as const
  const read = async () => Promise.all(ranges.map(async (days) => (await readHome(boss, { days })).sales))
  const fromOrders = await read()
  expect(await rollUp(systemCtx('test'))).toBeGreaterThan(0)
  expect(await read()).toEqual(fromOrders)
  // What was sold a week ago is in the summaries; a cent more there is a cent more here.
  await database().execute(sql`update daily_sales set revenue_minor = revenue_minor + 1 where orders = 2`)
  const revenueOf = (sales: Home['sales']) => (sales?.days ?? []).reduce((all, day) => all + day.revenue.amount, 0)
  expect(revenueOf((await readHome(boss, { days: '30' })).sales)).toBe(revenueOf(fromOrders[1] ?? null) + 1)
  await database().execute(sql`update daily_sales set revenue_minor = revenue_minor - 1 where orders = 2`)
})

test('what was given back stands beside the revenue of the day on which it was decided, without what was refused or came twice, to the cent', async () => {
  const refund = (amount: number, { ago = '0', status = 'succeeded', isSurplus = false } = {}) =>
    database().execute(sql`insert into refunds (id, order_id, payment_id, amount_minor, currency, reason, status, is_surplus, created_at, updated_at)
      select ${newId()}, p.order_id, p.id, ${amount}, p.currency, 'x', ${status}, ${isSurplus}, now() - ${ago}::interval, now() - ${ago}::interval
      from payments p order by p.created_at limit 1`)
  await refund(1234)
  await refund(5, { status: 'requested' })
  await refund(700, { status: 'failed' })
  await refund(800, { isSurplus: true })
  await refund(400, { ago: '3 days' })
  await refund(50, { ago: '8 days' })
  const givenBack = async () => {
    const { result, statements } = await recordStatements(() => readHome(boss, { days: '7' }))
    expect(statements.length).toBeLessThanOrEqual(4)
    const sum = (of: { given_back: { amount: number } }[]) => of.reduce((all, { given_back }) => all + given_back.amount, 0)
    const { today, days } = Home.parse(result).sales ?? { today: undefined, days: [] }
    return [today?.given_back.amount, sum(days), sum(days.map(({ before }) => before))]
  }
  await database().execute(sql`delete from analytics_state`)
  expect(await givenBack()).toEqual([1239, 1639, 50])
  await rollUp(systemCtx('test'))
  expect(await givenBack()).toEqual([1239, 1639, 50])
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
  const { total: reported } = await salesOf(boss, DayRange.parse({ from: day(6), to: day(0) }))
  expect(reported.refunds.amount).toBe(1639)
  await database().execute(sql`delete from refunds`)
  await database().execute(sql`delete from analytics_state`)
  await rollUp(systemCtx('test'))
})

test('a range is compared with as many days before it', async () => {
  const { sales } = await readHome(boss, { days: '7' })
  expect(sales?.days).toHaveLength(7)
  const last = sales?.days.at(-1)
  expect([last?.orders, last?.before.orders]).toEqual([3, 2])
})

test('everybody who works here sees what their role allows, and nobody else anything', async () => {
  expect(await readHome(staff(), { days: '7' })).toEqual({ sales: null, orders: null, low_stock: null, failures: null, reviews: null })
  expect(await readHome(staff('orders.read'), { days: '7' })).toMatchObject({ sales: null, orders: { to_send: 5 }, failures: null })
  expect(await readHome(staff('operations.read'), { days: '7' })).toMatchObject({ failures: { mails: 0, events: 0, refunds: 0 } })
  expect((await refusalOf(readHome(signedIn(await makeUser()), { days: '7' }))).code).toBe('forbidden')
})

test('of the carts begun today the share that was paid for: carts of other days and orders not paid by now are no part of it', async () => {
  const line = [{ variantId: product.variantId, quantity: 1 }]
  const bought = async () => receiveMoney(await buy(guest(), line))
  const cartsBegin = (ago: string) =>
    database().execute(sql`
    update carts set created_at = created_at - ${ago}::interval where id = (select id from carts order by created_at desc, id desc limit 1)`)
  // Those whose orders were paid a week ago were begun a week ago, too.
  await database().execute(sql`update carts c set created_at = o.paid_at - interval '10 milliseconds'
    from orders o where o.cart_id = c.id and o.paid_at < now() - interval '6 days'`)
  // Today: one is only filled. Yesterday: one is paid today.
  await fillCart(guest(), line)
  await bought()
  await cartsBegin('1 day')
  // A week ago: one was paid a day later, one was only filled, and one was begun later in the day than it is now.
  await bought()
  await cartsBegin('7 days 1 second')
  await fillCart(guest(), line)
  await cartsBegin('7 days 1 second')
  await bought()
  await cartsBegin('6 days 23 hours 59 minutes')
  const { sales } = await readHome(boss, { days: '7' })
  expect(sales?.today).toMatchObject({ orders: 6, carts: 5, carts_ordered: 3 })
  expect(sales?.last_week).toMatchObject({ orders: 2, carts: 4, carts_ordered: 2 })
})
