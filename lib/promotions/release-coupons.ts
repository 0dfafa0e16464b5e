import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'
import { idList } from '@/lib/inventory/stock-sql'

type WithCode = { id: OrderId; couponCode: string | null }

/**
 * These orders come to nothing, so their codes may be used again. The orders are locked by the caller, stock levels are locked after this.
 * One statement, whatever the number of orders, none when no code was used; doing it again does nothing.
 */
export async function releaseCoupons(tx: Tx, orders: WithCode[]): Promise<void> {
  const ids = orders.flatMap(({ id, couponCode }) => (couponCode === null ? [] : [id]))
  if (ids.length === 0) return
  await tx.execute(sql`
    with locked as (
      select k.id from coupons k
      where k.id in (select r.coupon_id from coupon_redemptions r where r.order_id = any(${idList(ids)}) and r.released_at is null)
      order by k.id for no key update of k
    ), released as (
      update coupon_redemptions r set released_at = now() from locked
      where r.coupon_id = locked.id and r.order_id = any(${idList(ids)}) and r.released_at is null
      returning r.coupon_id
    )
    update coupons k set uses = k.uses - given_back.count
    from (select coupon_id, count(*)::int as count from released group by coupon_id) given_back where k.id = given_back.coupon_id`)
}
