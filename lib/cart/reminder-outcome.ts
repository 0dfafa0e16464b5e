import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import type { OrderId } from '@/lib/core/ids'

type Ordered = { orderId: OrderId }

/** On `emails e`: a reminder of this cart that waits to be sent. */
export const isWaitingReminder = (cartId: SQL): SQL => sql`(e.kind = 'abandoned_cart' and e.status = 'queued'
  and e.idempotency_key in (select 'cart_reminder:' || r.cart_id || ':' || r.stage from cart_reminders r where r.cart_id = ${cartId}))`

/** Somebody has ordered: reminders that wait to be sent to them, or of the cart that was ordered, are not sent any more. One statement. @returns how many */
export async function withdrawReminders(_ctx: Ctx, { orderId }: Ordered): Promise<number> {
  const rows = await database().execute(sql`
    update emails e set status = 'withheld', error = 'An order came first' from orders o
    where o.id = ${orderId} and ((lower(e.to_address) = lower(o.email) and e.kind = 'abandoned_cart' and e.status = 'queued')
      or ${isWaitingReminder(sql`o.cart_id`)}) returning e.id`)
  return rows.length
}

/**
 * Notes which reminder brought a paid order about: the last one before it, of its cart or of the one whose lines came into it by the
 * mail's link. Each order counts for one. One statement. @returns whether there was one
 */
export async function noteRecoveredOrder(_ctx: Ctx, { orderId }: Ordered): Promise<boolean> {
  const rows = await database().execute(sql`
    update cart_reminders r set recovered_order_id = ${orderId} where r.recovered_order_id is null and r.id = (
      select c.id from cart_reminders c join orders o on o.id = ${orderId}
      where (c.cart_id = o.cart_id or c.restored_into_id = o.cart_id) and c.created_at <= o.created_at
      order by c.created_at desc, c.id desc limit 1) returning r.id`)
  return rows.length > 0
}
