import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CartId, CartItemId, CartReminderId, CouponId, OrderId, ProductId, UserId, VariantId } from '@/lib/core/ids'
import { products, productVariants } from './catalog'
import { createdAt, currencyCode, id, minor, time, timestamps } from './columns'
import { coupons } from './coupons'
import { users } from './customers'

export const carts = pgTable(
  'carts',
  {
    id: id<CartId>().primaryKey(),
    userId: id<UserId>('user_id').references(() => users.id, { onDelete: 'cascade' }),
    /** SHA-256 of the guest's token; the token itself is never stored. */
    sessionKey: text('session_key'),
    currency: currencyCode(),
    /** Denormalised (R8, R64): kept in the transaction of every change of a line. */
    cachedTotalItems: integer('cached_total_items').notNull().default(0),
    cachedSubtotalMinor: minor('cached_subtotal_minor').notNull().default(0),
    email: text(),
    marketingConsent: boolean('marketing_consent').notNull().default(false),
    /** The code that was entered; whether it still works is decided whenever the cart is read. */
    couponId: id<CouponId>('coupon_id').references(() => coupons.id, { onDelete: 'set null' }),
    version: integer().notNull().default(1),
    completedAt: time('completed_at'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('carts_active_user').on(t.userId).where(sql`${t.completedAt} is null`),
    uniqueIndex('carts_active_session').on(t.sessionKey).where(sql`${t.completedAt} is null`),
    index('carts_created').on(t.createdAt),
    index('carts_coupon').on(t.couponId).where(sql`${t.couponId} is not null`),
    index('carts_updated').on(t.updatedAt).where(sql`${t.completedAt} is null`),
    // Carts that somebody may be reminded of.
    index('carts_left').on(t.updatedAt).where(sql`${t.completedAt} is null and ${t.email} is not null and ${t.cachedTotalItems} > 0`),
    index('carts_email').on(sql`lower(${t.email})`).where(sql`${t.completedAt} is null and ${t.email} is not null`),
    check('carts_owner', sql`num_nonnulls(${t.userId}, ${t.sessionKey}) = 1`),
    check('carts_totals', sql`${t.cachedTotalItems} >= 0 and ${t.cachedSubtotalMinor} >= 0`),
  ],
)

export const cartItems = pgTable(
  'cart_items',
  {
    id: id<CartItemId>().primaryKey(),
    cartId: id<CartId>('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    variantId: id<VariantId>('variant_id')
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
    /** The price at which it was added or last accepted (R68). */
    priceMinor: minor('price_minor').notNull(),
    ...timestamps(),
  },
  (t) => [
    unique('cart_items_variant').on(t.cartId, t.variantId),
    index('cart_items_variant_id').on(t.variantId),
    check('cart_items_quantity', sql`${t.quantity} between 1 and 999`),
  ],
)

/** A mail that reminded somebody of their cart: each stage once per cart. */
export const cartReminders = pgTable(
  'cart_reminders',
  {
    id: id<CartReminderId>().primaryKey(),
    cartId: id<CartId>('cart_id')
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    /** 1 for the first. */
    stage: integer().notNull(),
    /** The code that it carries, if it is the last one and the shop gives any. */
    couponId: id<CouponId>('coupon_id').references(() => coupons.id, { onDelete: 'set null' }),
    /** The cart that its link put the lines into, on whatever device it was opened. */
    restoredIntoId: id<CartId>('restored_into_id').references(() => carts.id, { onDelete: 'set null' }),
    /** The paid order that came of it. Without a foreign key, because orders refer to carts. */
    recoveredOrderId: id<OrderId>('recovered_order_id'),
    createdAt: createdAt(),
  },
  (t) => [
    unique('cart_reminders_once').on(t.cartId, t.stage),
    index('cart_reminders_restored').on(t.restoredIntoId).where(sql`${t.restoredIntoId} is not null`),
    uniqueIndex('cart_reminders_recovered').on(t.recoveredOrderId),
    uniqueIndex('cart_reminders_coupon').on(t.couponId),
    index('cart_reminders_created').on(t.createdAt),
    check('cart_reminders_stage', sql`${t.stage} between 1 and 10`),
  ],
)
