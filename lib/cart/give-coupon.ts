import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { type CartReminderId, type CouponId, newId } from '@/lib/core/ids'
import { env } from '@/lib/platform/env'
import { newCouponCode } from '@/lib/promotions/new-coupon-code'

/** What a mail says of it. `last_day`: a time on the last day on which it works, by the shop's calendar. */
export type GivenCoupon = { code: string; percent: number; last_day: string }

/** Whether the shop gives any. */
export const givesCoupons = env.CART_REMINDER_COUPON_PERCENT > 0

/**
 * Makes a code for one order and keeps it with the reminder whose mail names it, in that mail's transaction. A mail that is withheld after
 * all leaves a code that nobody knows, which housekeeping removes. One statement.
 */
export async function giveCoupon(tx: Tx, reminderId: CartReminderId, { now, timeZone }: { now: Date; timeZone: string }): Promise<GivenCoupon> {
  const { CART_REMINDER_COUPON_PERCENT: percent, CART_REMINDER_COUPON_DAYS: days } = env
  const code = newCouponCode('COMEBACK')
  const [row] = await tx.execute<{ last_day: string }>(sql`
    with made as (
      insert into coupons (id, code, rate_ppm, expires_at)
      values (${newId<CouponId>()}, ${code}, ${percent * 10_000}::int,
        ((${now.toISOString()}::timestamptz at time zone ${timeZone})::date + ${days + 1}::int)::timestamp at time zone ${timeZone})
      returning id, expires_at
    ), kept as (
      update cart_reminders r set coupon_id = made.id from made where r.id = ${reminderId}
    )
    select expires_at - interval '1 second' as last_day from made`)
  if (!row) throw new Error('An insert returned no row')
  return { code, percent, last_day: new Date(row.last_day).toISOString() }
}
