import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { newId } from '@/lib/core/ids'
import { findViolations } from './check-invariants'
import { database } from './client'
import { makeCategory, makeProduct } from './testing/world'
import type { Tx } from './transaction'

const ids = { cart: newId(), order: newId(), item: newId(), payment: newId(), category: newId(), coupon: newId() }
let variantId = ''
let productId = ''

beforeAll(async () => {
  const categoryId = await makeCategory()
  const product = await makeProduct(categoryId, { stock: 10, priceMinor: 1000 })
  variantId = product.variantId
  productId = product.id
  // A pending order of two units with its money, as the shop would have written it.
  await database().execute(sql`
    with cart as (
      insert into carts (id, session_key, currency, cached_total_items, cached_subtotal_minor, completed_at) values (${ids.cart}, 'k', 'USD', 2, 2000, now())
    ), line as (
      insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor) values (${newId()}, ${ids.cart}, ${productId}, ${variantId}, 2, 1000)
    ), o as (
      insert into orders (id, order_number, cart_id, email, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items, shipping_address,
        billing_address, shipping_method_code, totals_explanation, reserved_until)
      values (${ids.order}, 'HS-1', ${ids.cart}, 'a@example.com', 'USD', 2000, 200, 500, 2700, 2, '{}', '{}', 'standard', '{}', now() + interval '1 hour')
    ), i as (
      insert into order_items (id, order_id, product_id, variant_id, product_name, product_sku, product_slug, price_minor, quantity, tax_minor, position)
      values (${ids.item}, ${ids.order}, ${productId}, ${variantId}, 'Thing', 'T', 'thing', 1000, 2, 200, 0)
    ), h as (
      insert into order_status_history (id, order_id, status, created_by) values (${newId()}, ${ids.order}, 'pending', 'guest')
    ), e as (
      insert into outbox (id, type, aggregate_type, aggregate_id, payload, once_key)
      values (${newId()}, 'order.placed', 'order', ${ids.order}::text, '{}', 'order.placed:' || ${ids.order}::text)
    ), r as (
      insert into reservations (id, order_id, order_item_id, variant_id, quantity, expires_at)
      values (${newId()}, ${ids.order}, ${ids.item}, ${variantId}, 2, now() + interval '1 hour')
    ), m as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, actor)
      values (${newId()}, ${variantId}, 'reserved', 0, 2, ${ids.order}, 'guest')
    ), l as (
      update inventory_levels set reserved = 2 where variant_id = ${variantId}
    ), s as (
      update product_stock set quantity = 8 where product_id = ${productId}
    )
    insert into payments (id, order_id, provider, currency, amount_minor) values (${ids.payment}, ${ids.order}, 'test', 'USD', 2700)`)
})

/** What is found after `spoil`, which is undone again. */
async function foundAfter(...spoil: ReturnType<typeof sql>[]): Promise<string[]> {
  let found: string[] = []
  const undo = new Error('undo')
  const planted = database().transaction(async (tx: Tx) => {
    for (const statement of spoil) await tx.execute(statement)
    found = (await findViolations(tx)).map((violation) => violation.check_name)
    throw undo
  })
  await expect(planted).rejects.toBe(undo)
  return found
}

/** A code of ten per cent off, used so often. */
const coupon = (uses: number) =>
  sql`insert into coupons (id, code, rate_ppm, uses, expires_at) values (${ids.coupon}, 'TEN-OFF', 100000, ${uses}, now())`

const reducedBy = (
  amount: number,
) => sql`update orders set discount_minor = ${amount}, total_minor = total_minor - ${amount}, coupon_code = 'TEN-OFF',
  totals_explanation = '{"discount": {"code": "TEN-OFF", "ratePpm": 100000}}'`

const markPaid = () => sql`update orders set status = 'paid', payment_status = 'paid'`

const parcelOf = (units: number) => [
  sql`insert into fulfilments (id, order_id, created_by) values (${ids.payment}, ${ids.order}, 'guest')`,
  sql`insert into fulfilment_items (id, fulfilment_id, order_item_id, quantity) values (${newId()}, ${ids.payment}, ${ids.item}, ${units})`,
]

/** One planted violation per check; the constraint that would refuse it is taken away first where there is one. */
const plants: Record<string, () => ReturnType<typeof sql>[]> = {
  level_differs_from_movements: () => [sql`update inventory_levels set on_hand = on_hand + 1`],
  more_came_back_than_was_sold: () => [
    sql`insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, actor)
      select ${newId()}, variant_id, 'returned', 1, 0, order_id, 'guest' from order_items`,
  ],
  reserved_differs_from_reservations: () => [sql`update reservations set quantity = 1`],
  level_negative: () => [sql`alter table inventory_levels drop constraint inventory_levels_sane`, sql`update inventory_levels set on_hand = 1`],
  product_stock_differs: () => [sql`update product_stock set quantity = 9`],
  level_counts_wrongly: () => [sql`update products set track_inventory = false`],
  product_stock_activity_differs: () => [sql`update product_stock set is_active = false`],
  units_held_for_closed_order: () => [sql`update orders set status = 'cancelled'`],
  paid_units_not_sold: () => [markPaid()],
  units_held_twice: () => [sql`update reservations set quantity = 3`],
  order_amounts_differ: () => [sql`update orders set tax_minor = 201, total_minor = 2701`],
  paid_order_without_its_money: () => [markPaid()],
  paid_order_without_its_time: () => [markPaid()],
  closed_order_keeps_money: () => [sql`update orders set status = 'expired'`, sql`update payments set captured_minor = 2700`],
  more_refunded_than_captured: () => [
    sql`insert into refunds (id, order_id, payment_id, amount_minor, currency, reason) values (${newId()}, ${ids.order}, ${ids.payment}, 1, 'USD', 'x')`,
  ],
  coupon_uses_differ: () => [coupon(1)],
  coupon_used_too_often: () => [sql`alter table coupons drop constraint coupons_uses`, coupon(2)],
  order_discount_without_its_code: () => [
    coupon(1),
    sql`insert into coupon_redemptions (order_id, coupon_id, released_at) values (${ids.order}, ${ids.coupon}, now())`,
    reducedBy(200),
  ],
  order_discount_differs: () => [sql`update order_items set discount_minor = 199`, reducedBy(200)],
  order_event_missing: () => [sql`delete from outbox`],
  order_event_repeated: () => [
    sql`insert into outbox (id, type, aggregate_type, aggregate_id, payload) select ${newId()}, type, aggregate_type, aggregate_id, payload from outbox`,
  ],
  more_sent_than_bought: () => parcelOf(3),
  parcels_differ_from_status: () => parcelOf(1),
  order_status_not_in_history: () => [sql`delete from order_status_history`],
  cart_with_two_orders: () => [
    sql`alter table orders drop constraint orders_cart`,
    sql`insert into orders (id, order_number, cart_id, email, currency, subtotal_minor, tax_minor, shipping_minor, total_minor, total_items, shipping_address,
      billing_address, shipping_method_code, totals_explanation, reserved_until)
      select ${newId()}, 'HS-2', cart_id, email, currency, 0, 0, 0, 0, 0, '{}', '{}', 'standard', '{}', now() from orders`,
  ],
  ordered_cart_not_completed: () => [sql`update carts set completed_at = null`],
  cart_totals_differ: () => [sql`update carts set cached_subtotal_minor = 1`],
  product_price_range_differs: () => [sql`update products set price_max_minor = 2000`],
  product_rating_differs: () => [sql`update products set rating_sum = 5, rating_count = 1`],
  category_copy_differs: () => [sql`update category_products set is_active = false`],
  product_words_differ: () => [sql`delete from product_words`],
  category_ancestor_missing: () => [
    sql`insert into categories (id, name, slug) values (${ids.category}, 'Parent', 'parent')`,
    sql`update categories set parent_id = ${ids.category} where id <> ${ids.category}`,
  ],
  customer_totals_differ: () => [
    sql`insert into users (id, name, email) values (${ids.cart}, 'A', 'a@example.com')`,
    sql`update customer_totals set orders = 1`,
  ],
  former_slug_in_use: () => [sql`insert into former_slugs (kind, slug, product_id) select 'product', slug, id from products`],
  shipping_steps_not_rising: () => [
    sql`update shipping_methods set rate_by = 'weight', bands = '[{"from": 0, "rateMinor": 5}, {"from": 9, "rateMinor": 4}, {"from": 9, "rateMinor": 3}]'`,
  ],
  nothing_is_shipped_home: () => [sql`update shipping_methods set is_active = false`],
  order_taxes_differ: () => [sql`update orders set totals_explanation = '{"taxes": [{"taxMinor": 150, "baseMinor": 2000}]}' where id = ${ids.order}`],
  idempotency_key_still_running: () => [
    sql`insert into idempotency_keys (principal, operation, key, request_hash, status, created_at)
      values ('guest', 'payment', 'k', 'h', 'running', now() - interval '6 minutes')`,
  ],
}

test('a shop in order has no violations', async () => {
  expect(await findViolations(database())).toEqual([])
})

test.each(Object.keys(plants))('%s is found when it is planted', async (check) => {
  expect(await foundAfter(...(plants[check]?.() ?? []))).toContain(check)
})

test('no check is without a planted violation', () => {
  const text = readFileSync('db/invariants.sql', 'utf8')
  const checks = [...text.matchAll(/^select '(\w+)'/gm)].map((match) => match[1])
  expect(checks.sort()).toEqual(Object.keys(plants).sort())
})
