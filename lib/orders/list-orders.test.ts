import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { database, databasePool } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser, type WorldProduct } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import type { Ctx } from '@/lib/core/context'
import { encodeCursor } from '@/lib/core/cursors'
import type { UserId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { accountHome } from './account-home'
import { cancelOrder } from './cancel-order'
import { firstYear } from './first-year'
import { listOrders } from './list-orders'
import { ListOrders, OrderPage } from './list-schemas'

let lamp: WorldProduct
beforeAll(async () => {
  lamp = await makeProduct(await makeCategory(), { name: 'Reading lamp 100%', stock: 500 })
})

const buyOne = (ctx: Ctx) => buy(ctx, [{ variantId: lamp.variantId, quantity: 1 }])
const list = (ctx: Ctx, query: Record<string, unknown> = {}) => listOrders(ctx, ListOrders.parse(query))

/** One real order, and copies of it a minute apart. */
async function customerWith(count: number): Promise<Ctx> {
  const userId = await makeUser()
  const ctx = signedIn(userId)
  const { id } = await buyOne(ctx)
  await copyOrder(id, userId, count - 1)
  return ctx
}

async function copyOrder(orderId: string, userId: UserId, copies: number): Promise<void> {
  await database().execute(sql`
    with made as (
      insert into orders (id, order_number, user_id, email, status, payment_status, fulfillment_status, currency, subtotal_minor, tax_minor,
        shipping_minor, discount_minor, total_minor, total_items, shipping_address, billing_address, shipping_method_code,
        totals_explanation, order_date, reserved_until, created_at)
      select gen_random_uuid(), 'C' || ${userId.slice(-6)}::text || n, user_id, email, 'expired', payment_status, fulfillment_status, currency,
        subtotal_minor, tax_minor, shipping_minor, discount_minor, total_minor, total_items, shipping_address, billing_address,
        shipping_method_code, totals_explanation, order_date, reserved_until, created_at - n * interval '1 minute'
      from orders, generate_series(1, ${copies}::int) n where id = ${orderId} returning id
    )
    insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity, tax_minor, position)
    select gen_random_uuid(), made.id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity, tax_minor, position
    from made, order_items where order_id = ${orderId}`)
}

test('pages by cursor are complete, in order and do not overlap, forwards and back', async () => {
  const ctx = await customerWith(45)
  const first = OrderPage.parse(await list(ctx))
  const second = await list(ctx, { cursor: first.next_cursor })
  const third = await list(ctx, { cursor: second.next_cursor })
  expect([first, second, third].map(({ data }) => data.length)).toEqual([20, 20, 5])
  expect(third.next_cursor).toBeNull()
  const all = [first, second, third].flatMap(({ data }) => data)
  expect(new Set(all.map(({ number }) => number)).size).toBe(45)
  expect(all.map(({ placed_at }) => placed_at)).toEqual(
    all
      .map(({ placed_at }) => placed_at)
      .toSorted()
      .toReversed(),
  )
  expect((await list(ctx, { cursor: second.prev_cursor })).data).toEqual(first.data)
})

test('status, year and words narrow the list; a percent sign is a letter', async () => {
  const ctx = signedIn(await makeUser())
  const kept = await buyOne(ctx)
  const cancelled = await buyOne(ctx)
  await cancelOrder(ctx, { number: cancelled.number })
  const numbers = async (query: Record<string, unknown>) => (await list(ctx, query)).data.map(({ number }) => number)
  expect(await numbers({ status: 'cancelled' })).toEqual([cancelled.number])
  expect(await numbers({ year: new Date().getFullYear() })).toHaveLength(2)
  expect(await numbers({ year: 2001 })).toEqual([])
  expect(await numbers({ search: kept.number })).toEqual([kept.number])
  const digits = kept.number.replace('HS-', '')
  for (const search of [digits, `#${kept.number}`, `#${digits}`, kept.number.toLowerCase()]) expect(await numbers({ search })).toEqual([kept.number])
  expect(await numbers({ search: digits.slice(1) })).toEqual([])
  expect(await numbers({ search: '#' })).toEqual([])
  expect(await numbers({ search: 'lamp 100%' })).toHaveLength(2)
  expect(await numbers({ search: '0% lamp' })).toEqual([])
})

test('nobody sees the orders of others, and guests are asked to sign in', async () => {
  await customerWith(3)
  expect((await list(signedIn(await makeUser()))).data).toEqual([])
  expect((await refusalOf(list(guest()))).code).toBe('unauthenticated')
})

test('cursors that are made up are refused', async () => {
  const ctx = await customerWith(1)
  const made = (values: (string | number)[]) => encodeCursor('orders', { values, direction: 'next' })
  for (const cursor of ['x', made(['yesterday', 'x']), made([1, 2]), made(['2026-01-01T00:00:00.000Z', "'; drop table orders"]), made([])]) {
    expect((await refusalOf(list(ctx, { cursor }))).code).toBe('invalid_input')
  }
})

test('the list costs one statement and the account home two, with one order and with a thousand', async () => {
  for (const ctx of [await customerWith(1), await customerWith(1_000)]) {
    expect((await recordStatements(() => list(ctx))).statements).toHaveLength(1)
    expect((await recordStatements(() => accountHome(ctx))).statements).toHaveLength(2)
  }
})

test('page 1 and page 500 of a customer with 10,000 orders read the same number of pages of the database', async () => {
  const ctx = await customerWith(10_000)
  await database().execute(sql`analyze orders`)
  const [row] = await database().execute<{ created_at: string; id: string }>(sql`
    select to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as created_at, id from orders
    where user_id = ${ctx.actor.kind === 'user' ? ctx.actor.userId : null} order by created_at desc, id desc offset 9979 limit 1`)
  const deep = encodeCursor('orders', { values: [row?.created_at ?? '', row?.id ?? ''], direction: 'next' })
  expect((await list(ctx, { cursor: deep })).data).toHaveLength(20)
  const [first, last] = [await buffersOf(ctx), await buffersOf(ctx, deep)]
  expect(last).toBeLessThanOrEqual(first * 1.5)
})

/** Blocks of 8 kB that the list's statement touches. */
async function buffersOf(ctx: Ctx, cursor?: string): Promise<number> {
  const { statements } = await recordStatements(() => list(ctx, { cursor }))
  const [statement] = statements
  if (!statement) throw new Error('The list sent no statement')
  const [row] = await databasePool().client.unsafe(`explain (analyze, buffers, format json) ${statement.text}`, [...statement.params])
  const [{ Plan }] = ExplainedPlans.parse(row?.['QUERY PLAN'])
  return Plan['Shared Hit Blocks'] + Plan['Shared Read Blocks']
}

const ExplainedPlans = z.tuple([z.object({ Plan: z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() }) })])

test('the years to choose from begin with the account, or with an order that came to it from before', async () => {
  const ctx = await customerWith(1)
  const userId = requireUser(ctx)
  await database().execute(sql`update users set created_at = '2024-01-01T03:00:00Z' where id = ${userId}`)
  await database().execute(sql`update settings set time_zone = 'America/New_York'`)
  expect(await firstYear(ctx)).toBe(2023)
  await database().execute(sql`update orders set created_at = '2022-06-01T00:00:00Z' where user_id = ${userId}`)
  expect(await firstYear(ctx)).toBe(2022)
})
