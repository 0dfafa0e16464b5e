import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { makeCoupon } from '@/db/testing/make-coupon'
import { guest } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import { viewCart } from '@/lib/cart/view-cart'
import { buy, fillCart } from '@/lib/checkout/testing'
import { systemCtx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { metrics } from '@/lib/platform/metrics/metrics'
import { checkBooks } from './check-books'
import { compactInvalidations } from './compact-invalidations'
import { forgetOld } from './forget-old'
import { kept } from './kept'
import { refreshStatistics } from './refresh-statistics'

const ctx = systemCtx('test')

/** A UUID v7 of so many days ago. */
const oldId = (days: number, n = 0) => {
  const hex = (Date.now() - days * 86_400_000).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(n).padStart(12, '0')}`
}

const count = async (table: string, condition = sql`true`) => {
  const [row] = await database().execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)} where ${condition}`)
  return row?.n ?? 0
}

test('what is older than it is kept goes, and nothing that is younger or still needed', async () => {
  const insert = {
    outbox: (days: number, isDelivered: boolean) => sql`
      insert into outbox (id, type, aggregate_type, aggregate_id, payload, created_at, delivered_at)
      values (${oldId(days)}, 'cart.changed', 'cart', ${newId()}, '{}', now() - make_interval(days => ${days}), ${isDelivered ? sql`now() - make_interval(days => ${days})` : null})`,
    emails: (days: number, status: string) => sql`
      insert into emails (id, kind, to_address, subject, props, idempotency_key, status) values (${oldId(days)}, 'welcome', 'a@example.com', 's', '{}', ${newId()}, ${status})`,
    tasks: (days: number, status: string) => sql`
      insert into tasks (id, kind, status, finished_at)
      values (${newId()}, 'old', ${status}, ${status === 'running' ? null : sql`now() - make_interval(days => ${days})`})`,
    payment_events: (days: number) => sql`
      insert into payment_events (id, provider, event_id, kind, created_at) values (${newId()}, 'test', ${newId()}, 'x', now() - make_interval(days => ${days}))`,
  }
  const before = { outbox: await count('outbox'), emails: await count('emails') }
  for (const statement of [
    ...[insert.outbox(31, true), insert.outbox(29, true), insert.outbox(400, false)],
    ...[
      insert.emails(91, 'sent'),
      insert.emails(92, 'failed'),
      insert.emails(93, 'withheld'),
      insert.emails(89, 'sent'),
      insert.emails(400, 'parked'),
    ],
    ...[insert.tasks(31, 'done'), insert.tasks(29, 'done'), insert.tasks(400, 'running')],
    ...[insert.payment_events(91), insert.payment_events(89)],
  ])
    await database().execute(statement)
  expect(await forgetOld(ctx)).toBe(6)
  expect([await count('outbox'), await count('emails')]).toEqual([before.outbox + 2, before.emails + 2])
  expect([await count('tasks', sql`kind = 'old'`), await count('payment_events')]).toEqual([2, 1])
  expect(await forgetOld(ctx)).toBe(0)
})

test('carts of guests go after ninety days with what is in them; those of accounts and of orders stay', async () => {
  const lamp = await makeProduct(await makeCategory(), { stock: 50 })
  const lines = [{ variantId: lamp.variantId, quantity: 1 }]
  const [left, used, person] = [guest(), guest(), await makeUser()]
  for (const visitor of [left, used]) await fillCart(visitor, lines)
  await fillCart({ ...guest(), actor: { kind: 'user', userId: person, role: 'customer' } }, lines)
  await buy(guest(), lines)
  await database().execute(sql`update carts set updated_at = now() - interval '91 days'`)
  await fillCart(used, lines)
  const before = await count('carts')
  await forgetOld(ctx)
  expect(await count('carts')).toBe(before - 1)
  expect((await viewCart(left)).lines).toEqual([])
  expect((await viewCart(used)).lines).toHaveLength(1)
})

test('codes go thirty days after their time when no order has used them', async () => {
  const past = (days: number) => ({ expiresAt: new Date(Date.now() - days * 86_400_000) })
  const [used] = [await makeCoupon(past(31)), await makeCoupon(past(31)), await makeCoupon(past(29)), await makeCoupon()]
  const order = await buy(guest(), [{ variantId: (await makeProduct(await makeCategory())).variantId, quantity: 1 }])
  await database().execute(sql`insert into coupon_redemptions (order_id, coupon_id, released_at) values (${order.id}, ${used.id}, now())`)
  await forgetOld(ctx)
  expect(await count('coupons')).toBe(3)
  await database().execute(sql`delete from coupon_redemptions`)
})

test('rows go a thousand at a time, and one that somebody holds waits for another night', async () => {
  await database().execute(sql`
    insert into tasks (id, kind, status, finished_at) select gen_random_uuid(), 'many', 'done', now() - interval '40 days' from generate_series(1, 2300)`)
  const held = transaction(async (tx) => {
    await tx.execute(sql`select id from tasks where kind = 'many' limit 1 for update`)
    const { statements } = await recordStatements(() => forgetOld(ctx))
    expect(statements).toHaveLength(kept.length + 2)
  })
  await held
  expect(await count('tasks', sql`kind = 'many'`)).toBe(1)
})

test('the log of invalidations is short and still knows of each tag when it fell last', async () => {
  await database().execute(sql`delete from invalidations`)
  await database().execute(sql`
    insert into invalidations (tags, at)
    select array['product:' || (n % 7), 'products_list'], now() - make_interval(hours => n) from generate_series(1, 2000) n`)
  const fellSince = (days: number) =>
    database().execute(sql`
      select distinct unnest(tags) as tag from invalidations where at >= now() - make_interval(days => ${days}) order by 1`)
  const latest = () =>
    database().execute<{ tag: string; at: string }>(sql`
    select tag, max(at) as at from invalidations cross join lateral unnest(tags) as tag group by tag order by tag`)
  await database().execute(sql`insert into invalidations (tags, at) values (array['only:once'], now() - interval '50 days')`)
  const [known, whole] = [await fellSince(60), await latest()]
  expect(await compactInvalidations(ctx)).toBeGreaterThan(1_500)
  expect(await count('invalidations')).toBeLessThan(200)
  expect(await fellSince(60)).toEqual(known)
  expect(await latest()).toEqual(whole)
  expect(await compactInvalidations(ctx)).toBe(0)
  expect(await latest()).toEqual(whole)
})

test('statistics are refreshed for what has changed', async () => {
  await makeProduct(await makeCategory())
  await database().execute(sql`select pg_stat_force_next_flush()`)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  await database().execute(sql`select pg_stat_clear_snapshot()`)
  expect(await refreshStatistics(ctx)).toBeGreaterThan(0)
})

test('books that do not add up are counted and told to every admin, once a day', async () => {
  const [admin, customer] = [await makeUser(), await makeUser()]
  await database().execute(sql`update users set role = 'admin' where id = ${admin}`)
  const told = () => count('notifications', sql`kind = 'trouble' and user_id = ${admin}`)
  const violations = async () => (await metrics.invariantViolations.get()).values[0]?.value
  expect([await checkBooks(ctx), await told(), await violations()]).toEqual([0, 0, 0])
  const lamp = await makeProduct(await makeCategory(), { stock: 5 })
  await database().execute(sql`update product_stock set quantity = 4 where product_id = ${lamp.id}`)
  expect([await checkBooks(ctx), await checkBooks(ctx), await told(), await violations()]).toEqual([1, 1, 1, 1])
  const [mail] = await database().execute(sql`select subject, props from emails where kind = 'trouble' and user_id = ${admin}`)
  expect(mail).toMatchObject({
    subject: 'One thing in the books does not add up',
    props: { violations: [{ check: 'product_stock_differs', subject: lamp.id }] },
  })
  expect(await count('emails', sql`user_id = ${customer}`)).toBe(0)
})
