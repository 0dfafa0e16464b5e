import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { lockOrCreateCart } from '@/lib/cart/active-cart'
import { changedCart } from '@/lib/cart/changed-cart'
import { MAX_CART_LINES, MAX_LINE_QUANTITY } from '@/lib/cart/schemas'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { CartId, OrderId } from '@/lib/core/ids'
import { availableUnits } from '@/lib/inventory/available-sql'
import { newRowId } from '@/lib/inventory/stock-sql'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { ifUsable } from '@/lib/promotions/usable-sql'
import { requireOrder } from './require-order'
import type { OrderRef, PutBack } from './schemas'

/**
 * Puts the items of an expired, cancelled or earlier order into the actor's cart, at today's prices and as far as they can be had, and
 * reports what could not. A code that was given back comes along while it works. A repeated call under the same key acts once. One transaction, five statements whatever the number of lines and
 * two for a key.
 * @throws not_found, conflict while the order can still be paid.
 */
export async function putBackIntoCart(ctx: Ctx, ref: OrderRef): Promise<PutBack> {
  return onceInTransaction(ctx, 'order.into_cart', ref, async (tx) => {
    const order = await requireOrder(ctx, ref, tx)
    if (order.is_payable) throw new DomainError('conflict', { detail: 'These items are still held for you. You can pay for the order.' })
    const cartId = await lockOrCreateCart(tx, ctx.actor)
    const missing = await addLines(tx, cartId, order.id)
    return { cart: await changedCart(tx, cartId), missing }
  })
}

/** Lines and denormalised totals in one statement; the cart is locked. */
async function addLines(tx: Tx, cartId: CartId, orderId: OrderId): Promise<PutBack['missing']> {
  const rows = await tx.execute<PutBack['missing'][number]>(sql`
    with wanted as (
      select i.variant_id, v.product_id, i.product_name as name, i.variant_title, i.quantity as requested, i.position,
        coalesce(v.price_minor, p.price_minor) as price_minor, p.is_active and v.is_active as is_active, coalesce(c.quantity, 0) as in_cart,
        ${availableUnits} as available
      from order_items i
      join product_variants v on v.id = i.variant_id
      join products p on p.id = v.product_id
      left join inventory_levels l on l.variant_id = v.id
      left join cart_items c on c.cart_id = ${cartId} and c.variant_id = v.id
      where i.order_id = ${orderId}
    ), possible as (
      select w.*, case when is_active then least(requested, greatest(0, least(available, ${MAX_LINE_QUANTITY}::int) - in_cart)) else 0 end as added,
        (select count(*) from cart_items where cart_id = ${cartId}) + row_number() over (partition by in_cart = 0 order by position) as place
      from wanted w
    ), lines as (
      insert into cart_items (id, cart_id, product_id, variant_id, quantity, price_minor)
      select ${newRowId}, ${cartId}::uuid, product_id, variant_id, added, price_minor from possible
      where added > 0 and (in_cart > 0 or place <= ${MAX_CART_LINES}::int) order by position
      on conflict (cart_id, variant_id) do update set quantity = cart_items.quantity + excluded.quantity, updated_at = now()
      returning variant_id, price_minor
    ), totals as (
      update carts c set cached_total_items = cached_total_items + s.items, updated_at = now(), version = version + 1,
        cached_subtotal_minor = cached_subtotal_minor + s.subtotal,
        coupon_id = coalesce(c.coupon_id, ${ifUsable(sql`(select r.coupon_id from coupon_redemptions r where r.order_id = ${orderId} and r.released_at is not null)`)})
      from (select coalesce(sum(p.added), 0) as items, coalesce(sum(p.added * l.price_minor), 0) as subtotal
            from possible p join lines l on l.variant_id = p.variant_id) s
      where c.id = ${cartId}
    )
    select p.name, p.variant_title, p.requested, case when l.variant_id is null then 0 else p.added end as added
    from possible p left join lines l on l.variant_id = p.variant_id
    where l.variant_id is null or p.added < p.requested order by p.position`)
  return [...rows]
}
