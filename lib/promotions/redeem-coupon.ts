import { sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import type { CouponId, OrderId } from '@/lib/core/ids'
import { isUsable } from './usable-sql'

/**
 * Counts a use of a code for a new order. Of several orders at once each waits for the one before it, and as many get it as may. False
 * when there is no use left or its time is over: then nothing was written. Locks the code; carts and orders are locked before it, stock
 * levels after it. One statement, sent at once.
 */
export async function redeemCoupon(tx: Tx, redemption: { couponId: CouponId; orderId: OrderId }): Promise<boolean> {
  const redeemed = await redeem(tx, redemption)
  return redeemed.length > 0
}

const redeem = statement<{ order_id: OrderId }, { couponId: CouponId; orderId: OrderId }>(
  ({ couponId, orderId }) => sql`
    with used as (
      update coupons k set uses = k.uses + 1 where k.id = ${couponId} and ${isUsable} returning k.id
    )
    insert into coupon_redemptions (order_id, coupon_id) select ${orderId}::uuid, id from used returning order_id`,
)
