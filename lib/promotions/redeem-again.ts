import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'

/**
 * The money of an expired order has come after all: it needs its code again. False when somebody else has used it since; a code whose time
 * is over counts, because the order was made in time. The order is locked by the caller, stock levels are locked after this. One statement.
 */
export async function redeemAgain(tx: Tx, orderId: OrderId): Promise<boolean> {
  const rows = await tx.execute(sql`
    with used as (
      update coupons k set uses = k.uses + 1 from coupon_redemptions r
      where r.order_id = ${orderId} and r.released_at is not null and k.id = r.coupon_id and k.uses < k.max_uses returning k.id
    )
    update coupon_redemptions r set released_at = null from used where r.order_id = ${orderId} and r.coupon_id = used.id returning r.order_id`)
  return rows.length > 0
}
