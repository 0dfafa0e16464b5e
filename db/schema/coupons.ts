import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { CouponId } from '@/lib/core/ids'
import { createdAt, id, time } from './columns'

/** A code that takes a part off the subtotal of an order, as often as `maxUses` says. */
export const coupons = pgTable(
  'coupons',
  {
    id: id<CouponId>().primaryKey(),
    /** In capitals, as it is compared. What the shop makes up itself cannot be guessed. */
    code: text().notNull(),
    /** How much of the subtotal, in millionths: 10 % is 100,000. */
    ratePpm: integer('rate_ppm').notNull(),
    maxUses: integer('max_uses').notNull().default(1),
    /** The orders that hold a use: those of `coupon_redemptions` that were not given back. */
    uses: integer().notNull().default(0),
    expiresAt: time('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('coupons_code').on(t.code),
    index('coupons_expires').on(t.expiresAt),
    check('coupons_code_form', sql`${t.code} = upper(${t.code}) and length(${t.code}) between 4 and 40`),
    check('coupons_rate', sql`${t.ratePpm} between 1 and 1000000`),
    check('coupons_uses', sql`${t.uses} between 0 and ${t.maxUses}`),
  ],
)
