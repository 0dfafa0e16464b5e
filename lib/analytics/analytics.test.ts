import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { makeCoupon } from '@/db/testing/make-coupon'
import { refusalOf } from '@/db/testing/refusals'
import { seededRandom } from '@/db/testing/seed'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeProducts, makeUser } from '@/db/testing/world'
import { applyCoupon } from '@/lib/cart/apply-coupon'
import { placeOrder } from '@/lib/checkout/place-order'
import { buy, fillCart, orderFor } from '@/lib/checkout/testing'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { cancelOrder } from '@/lib/orders/cancel-order'
import { receiveMoney } from '@/lib/orders/testing'
import { bestSellers, categorySales } from './best-sellers'
import { readReport } from './read-report'
import { plusDays, rollUp, spansOf } from './roll-up'
import { salesAsCsv } from './sales-as-csv'
import { salesOf } from './sales-of'
import { DayRange, Report } from './schemas'
import { lastDays, shopDay } from './shop-day'

const ctx = systemCtx('test')
const ZONE = 'America/New_York'
const tables = ['daily_sales', 'daily_products', 'daily_categories', 'daily_funnel'] as const

beforeEach(async () => {
  for (const table of [...tables, 'analytics_state', 'refunds', 'payments', 'reservations', 'inventory_movements', 'order_items', 'orders', 'carts'])
    await database().execute(sql`delete from ${sql.identifier(table)}`)
})

type Line = { productId: string; categoryId: string; quantity: number; priceMinor: number }
type Made = {
  at: Date
  currency: string
  totalMinor: number
  taxMinor: number
  lines: Line[]
  isPaid: boolean
  refunds: { at: Date; amountMinor: number; counts: boolean }[]
}

const { below } = seededRandom()
const someTime = (days: number) => new Date(Date.now() - below(days * 86_400) * 1000)

/** Orders as the shop leaves them: paid or not, in two currencies, some cancelled, with refunds of every kind, over 40 days. */
async function makeOrders(count: number, products: { id: string; variantId: string; priceMinor: number; categoryId: string }[]): Promise<Made[]> {
  const made: Made[] = []
  for (let n = 0; n < count; n++) {
    const at = someTime(40)
    const isPaid = below(5) > 0
    const lines = Array.from({ length: 1 + below(3) }, (): Line & { variantId: string } => {
      const product = products[below(products.length)]
      if (!product) throw new Error('There are no products')
      return {
        productId: product.id,
        variantId: product.variantId,
        categoryId: product.categoryId,
        quantity: 1 + below(4),
        priceMinor: product.priceMinor,
      }
    })
    const subtotal = lines.reduce((sum, line) => sum + line.quantity * line.priceMinor, 0)
    const [taxMinor, currency, orderId, paymentId] = [Math.round(subtotal / 10), below(10) === 0 ? 'EUR' : 'USD', newId(), newId()]
    const totalMinor = subtotal + taxMinor + 500
    const status = !isPaid ? 'expired' : (['paid', 'shipped', 'delivered', 'cancelled'] as const)[below(4)]
    await database().execute(sql`
      insert into orders (id, order_number, email, status, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items, shipping_address,
        billing_address, shipping_method_code, totals_explanation, reserved_until, order_date, created_at, paid_at)
      values (${orderId}, ${`T-${orderId}`}, 'a@example.com', ${status ?? 'paid'}, ${currency}, ${subtotal}, ${taxMinor}, 500, ${totalMinor},
        ${lines.reduce((sum, line) => sum + line.quantity, 0)}, '{}', '{}', 'standard', '{}', now(), ${at.toISOString()}, ${at.toISOString()}, ${isPaid ? at.toISOString() : null})`)
    for (const [position, line] of lines.entries()) {
      await database().execute(sql`
        insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity, tax_minor, position)
        values (${newId()}, ${orderId}, ${line.productId}, ${line.variantId}, 'Thing', 'T', 't', ${line.priceMinor}, ${line.quantity}, 0, ${position})`)
    }
    await database().execute(sql`
      insert into payments (id, order_id, provider, provider_payment_id, currency, amount_minor, captured_minor, status)
      values (${paymentId}, ${orderId}, 'test', ${paymentId}, ${currency}, ${totalMinor}, ${totalMinor}, 'captured')`)
    const refunds = []
    for (let r = below(3); r > 0; r--) {
      const [refundAt, amountMinor, refundStatus, isSurplus] = [
        someTime(40),
        1 + below(totalMinor),
        (['requested', 'sent', 'failed'] as const)[below(3)] ?? 'sent',
        below(4) === 0,
      ]
      await database().execute(sql`
        insert into refunds (id, order_id, payment_id, amount_minor, currency, reason, status, is_surplus, created_at)
        values (${newId()}, ${orderId}, ${paymentId}, ${amountMinor}, ${currency}, 'x', ${refundStatus}, ${isSurplus}, ${refundAt.toISOString()})`)
      refunds.push({ at: refundAt, amountMinor, counts: refundStatus !== 'failed' && !isSurplus })
    }
    made.push({ at, currency, totalMinor, taxMinor, lines, isPaid, refunds })
  }
  return made
}

/** The same, added up here, one order after another. */
function bruteForce(made: Made[], range: DayRange) {
  const days = new Map<string, { orders: number; units: number; revenue: number; refunds: number }>()
  for (let day = range.from; day <= range.to; day = plusDays(day, 1)) days.set(day, { orders: 0, units: 0, revenue: 0, refunds: 0 })
  for (const order of made.filter(({ currency, isPaid }) => isPaid && currency === 'USD')) {
    const day = days.get(shopDay(ZONE, order.at))
    if (day) {
      day.orders++
      day.units += order.lines.reduce((sum, line) => sum + line.quantity, 0)
      day.revenue += order.totalMinor
    }
    for (const refund of order.refunds.filter(({ counts }) => counts)) {
      const refundDay = days.get(shopDay(ZONE, refund.at))
      if (refundDay) refundDay.refunds += refund.amountMinor
    }
  }
  return [...days].map(([day, sums]) => ({ day, ...sums }))
}

const seen = async (range: DayRange) =>
  (await salesOf(ctx, range)).days.map(({ day, orders, units, revenue, refunds }) => ({
    day,
    orders,
    units,
    revenue: revenue.amount,
    refunds: refunds.amount,
  }))

async function stock() {
  const categories = [await makeCategory(), await makeCategory()]
  const products = []
  for (const categoryId of categories)
    for (const product of await makeProducts(categoryId, [{ priceMinor: 1999 }, { priceMinor: 333 }])) products.push({ ...product, categoryId })
  return { categories, products }
}

const contents = async () => {
  const rows: Record<string, unknown> = {}
  for (const table of tables) {
    const columns = table === 'daily_sales' || table === 'daily_funnel' ? sql`to_jsonb(t) - 'updated_at'` : sql`to_jsonb(t)`
    rows[table] = [...(await database().execute(sql`select ${columns} as row from ${sql.identifier(table)} t order by t::text`))]
  }
  return rows
}

test('every day is right to the cent, before, between and after roll-ups', async () => {
  const { products } = await stock()
  const range = lastDays(ZONE, 42)
  const made = await makeOrders(120, products)
  expect(await seen(range)).toEqual(bruteForce(made, range))
  await rollUp(ctx)
  expect(await seen(range)).toEqual(bruteForce(made, range))
  made.push(...(await makeOrders(40, products)))
  // What came since is late for its day: it stands in the log of what was written, not among the days that are still open.
  await database().execute(sql`update analytics_state set counted_until = now() - interval '41 days'`)
  await rollUp(ctx)
  expect(await seen(range)).toEqual(bruteForce(made, range))
  const { total } = await salesOf(ctx, range)
  const sums = bruteForce(made, range)
  expect(total.net.amount).toBe(sums.reduce((sum, day) => sum + day.revenue - day.refunds, 0))
  const [stored] = await database().execute<{ revenue: string }>(
    sql`select sum(revenue_minor)::text as revenue from daily_sales where currency = 'USD'`,
  )
  expect(Number(stored?.revenue)).toBe(sums.reduce((sum, day) => sum + day.revenue, 0))
})

test('a run that is repeated changes nothing, also when a product has moved to another category', async () => {
  const { products, categories } = await stock()
  await makeOrders(30, products)
  await rollUp(ctx)
  const first = await contents()
  await database().execute(sql`update products set primary_category_id = ${categories[1] ?? null}`)
  await database().execute(sql`update analytics_state set counted_until = now() - interval '60 days'`)
  await rollUp(ctx)
  expect(await contents()).toEqual(first)
})

test('what was sold is told by product and by category, with what is not rolled up yet', async () => {
  const { products, categories } = await stock()
  const made = [...(await makeOrders(30, products))]
  await rollUp(ctx)
  await database().execute(sql`update analytics_state set counted_until = now() - interval '20 days'`)
  const range = lastDays(ZONE, 42)
  const lines = made
    .filter(({ isPaid, currency }) => isPaid && currency === 'USD')
    .flatMap((order) => order.lines.map((line) => ({ ...line, order })))
  const best = await bestSellers(ctx, { ...range, limit: 10 })
  for (const { id, units, revenue, orders } of best) {
    const mine = lines.filter(({ productId }) => productId === id)
    expect(units).toBe(mine.reduce((sum, { quantity }) => sum + quantity, 0))
    expect(revenue.amount).toBe(mine.reduce((sum, { quantity, priceMinor }) => sum + quantity * priceMinor, 0))
    expect(orders).toBe(new Set(mine.map(({ order }) => order)).size)
  }
  expect(best.map(({ units }) => units)).toEqual(best.map(({ units }) => units).toSorted((a, b) => b - a))
  for (const category of await categorySales(ctx, range)) {
    const mine = lines.filter(({ categoryId }) => categoryId === category.category_id)
    expect(categories).toContain(category.category_id)
    expect(category.units).toBe(mine.reduce((sum, { quantity }) => sum + quantity, 0))
    expect(category.orders).toBe(new Set(mine.map(({ order }) => order)).size)
  }
})

test('a refund that the bank has refused is no refund any more, on whatever day it was', async () => {
  const { products } = await stock()
  const range = lastDays(ZONE, 42)
  const made = await makeOrders(40, products)
  await rollUp(ctx)
  await database().execute(sql`update refunds set status = 'failed', updated_at = now()`)
  await rollUp(ctx)
  for (const order of made) for (const refund of order.refunds) refund.counts = false
  expect(await seen(range)).toEqual(bruteForce(made, range))
})

test('another time zone is another calendar: every day is counted anew', async () => {
  const { products } = await stock()
  await makeOrders(40, products)
  await rollUp(ctx)
  await database().execute(sql`update settings set time_zone = 'Pacific/Auckland'`)
  try {
    const range = lastDays('Pacific/Auckland', 43)
    const live = await salesOf(ctx, range)
    await rollUp(ctx)
    expect(await salesOf(ctx, range)).toEqual(live)
    const [stored] = await database().execute<{ orders: number }>(sql`select sum(orders)::int as orders from daily_sales where currency = 'USD'`)
    expect(stored?.orders).toBe(live.total.orders)
  } finally {
    await database().execute(sql`update settings set time_zone = ${ZONE}`)
  }
})

test('today is live: carts, orders, what was paid and given back, through the shop’s own functions', async () => {
  const lamp = await makeProduct(await makeCategory(), { stock: 100, priceMinor: 2000 })
  const lines = [{ variantId: lamp.variantId, quantity: 2 }]
  const [kept, cancelled] = [await buy(guest(), lines), { ctx: guest() }]
  await receiveMoney(kept)
  const taken = await buy(cancelled.ctx, lines)
  await receiveMoney(taken)
  await cancelOrder(cancelled.ctx, { number: taken.number, token: taken.access_token })
  await buy(guest(), lines)
  const { total } = await salesOf(ctx, lastDays(ZONE, 1))
  const each = kept.totals.total.amount
  expect(total).toMatchObject({ orders: 2, units: 4, carts: 3, checkouts: 3, cart_orders: 3 })
  expect([total.revenue.amount, total.refunds.amount, total.net.amount, total.average?.amount]).toEqual([2 * each, each, each, each])
  expect(total.conversion).toBeCloseTo(2 / 3)
  await rollUp(ctx)
  expect((await salesOf(ctx, lastDays(ZONE, 1))).total).toEqual(total)
})

test('what a code took off is no revenue: not of the day, nor of its products and categories', async () => {
  const [lamp, mug] = await makeProducts(await makeCategory(), [{ priceMinor: 2000 }, { priceMinor: 999 }])
  if (!lamp || !mug) throw new Error('incomplete')
  const visitor = guest()
  const lines = [lamp, mug].map(({ variantId }) => ({ variantId, quantity: 1 }))
  await fillCart(visitor, lines)
  const order = await placeOrder(visitor, orderFor(await applyCoupon(visitor, { code: (await makeCoupon()).code })))
  await receiveMoney(order)
  const range = lastDays(ZONE, 1)
  for (const read of [async () => {}, () => rollUp(ctx)]) {
    await read()
    const { total } = await salesOf(ctx, range)
    expect([total.revenue.amount, order.totals.discount.amount]).toEqual([order.totals.total.amount, 300])
    const sold = await bestSellers(ctx, { ...range, limit: 10 })
    expect(sold.map(({ revenue }) => revenue.amount).toSorted()).toEqual([1800, 899])
    expect((await categorySales(ctx, range)).map(({ revenue }) => revenue.amount)).toEqual([2699])
  }
})

test('each read is one statement, for staff who may see what the shop earns', async () => {
  const range = lastDays(ZONE, 30)
  const reads: ((ctx: Ctx, range: DayRange) => Promise<unknown>)[] = [salesOf, bestSellers, categorySales]
  for (const read of reads) {
    expect((await recordStatements(() => read(ctx, range))).statements).toHaveLength(1)
    const customer = signedIn(await makeUser())
    expect((await refusalOf(read(customer, range))).code).toBe('forbidden')
    const clerk: Ctx = { ...customer, actor: { kind: 'user', userId: await makeUser(), role: 'staff', permissions: ['orders.read'] } }
    expect((await refusalOf(read(clerk, range))).code).toBe('forbidden')
  }
})

test('the first run counts carts as far back as all of them are kept, later ones a month', async () => {
  const lamp = await makeProduct(await makeCategory(), { stock: 100 })
  await fillCart(guest(), [{ variantId: lamp.variantId, quantity: 1 }])
  const [was, next] = [70, 60].map((ago) => plusDays(shopDay(ZONE), -ago))
  const begunOn = (day = '') => database().execute(sql`update carts set created_at = (${day}::date + interval '12 hours') at time zone ${ZONE}`)
  await begunOn(was)
  const carts = async () => [...(await database().execute(sql`select day::text as day, carts from daily_funnel where carts > 0`))]
  await rollUp(ctx)
  expect(await carts()).toEqual([{ day: was, carts: 1 }])
  await begunOn(next)
  await rollUp(ctx)
  expect(await carts(), `not of ${next}`).toEqual([{ day: was, carts: 1 }])
})

test('a report is the days, as many before them, and what was bought, in four statements; its days are a file, too', async () => {
  const { products } = await stock()
  const made = await makeOrders(60, products)
  const range = { from: plusDays(shopDay(ZONE), -9), to: shopDay(ZONE) }
  const earlier = { from: plusDays(shopDay(ZONE), -19), to: plusDays(shopDay(ZONE), -10) }
  const { result, statements } = await recordStatements(() => readReport(ctx, range))
  expect(statements.length).toBeLessThanOrEqual(4)
  const report = Report.parse(result)
  expect([report.from, report.to, report.before.from, report.before.to]).toEqual([range.from, range.to, earlier.from, earlier.to])
  for (const [days, at] of [
    [report.days, range],
    [report.before.days, earlier],
  ] as const) {
    expect(days.map(({ day, revenue, refunds }) => ({ day, revenue: revenue.amount, refunds: refunds.amount }))).toEqual(
      bruteForce(made, at).map(({ day, revenue, refunds }) => ({ day, revenue, refunds })),
    )
  }
  expect(report.best_sellers.reduce((sum, { units }) => sum + units, 0)).toBe(report.total.units)
  expect(report.categories.reduce((sum, { units }) => sum + units, 0)).toBe(report.total.units)

  let csv = ''
  for await (const part of salesAsCsv(ctx, range)) csv += part
  const [head, ...lines] = csv.trim().split('\n')
  expect(head).toMatch(/^day,orders,units,revenue,refunds,net,average,currency,/)
  expect(lines).toHaveLength(10)
  const inCents = (column: number) => lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[column]) * 100), 0)
  expect([inCents(3), inCents(4)]).toEqual([report.total.revenue.amount, report.total.refunds.amount])
  const customer = signedIn(await makeUser())
  expect((await refusalOf(readReport(customer, range))).code).toBe('forbidden')
  expect(() => salesAsCsv(customer, range)).toThrow()
})

test('days are counted in pieces of neighbours, and a range is two years at most', () => {
  expect(spansOf(['2026-01-01', '2026-01-02', '2026-01-05'])).toEqual([
    { first: '2026-01-01', last: '2026-01-02' },
    { first: '2026-01-05', last: '2026-01-05' },
  ])
  const days = Array.from({ length: 40 }, (_, n) => plusDays('2026-02-20', n))
  expect(spansOf(days).map(({ first, last }) => (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1)).toEqual([31, 9])
  expect(DayRange.safeParse({ from: '2026-01-02', to: '2026-01-01' }).success).toBe(false)
  expect(DayRange.safeParse({ from: '2020-01-01', to: '2026-01-01' }).success).toBe(false)
})
