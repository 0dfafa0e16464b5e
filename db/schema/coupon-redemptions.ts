import { index, pgTable } from 'drizzle-orm/pg-core'
import type { CouponId, OrderId } from '@/lib/core/ids'
import { createdAt, id, time } from './columns'
import { coupons } from './coupons'
import { orders } from './orders'

/** Which order used which code: at most one each. Given back when the order comes to nothing. */
export const couponRedemptions = pgTable(
  'coupon_redemptions',
  {
    orderId: id<OrderId>('order_id')
      .primaryKey()
      .references(() => orders.id, { onDelete: 'cascade' }),
    couponId: id<CouponId>('coupon_id')
      .notNull()
      .references(() => coupons.id, { onDelete: 'restrict' }),
    releasedAt: time('released_at'),
    createdAt: createdAt(),
  },
  (t) => [index('coupon_redemptions_coupon').on(t.couponId)],
)
