import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CartId, CartItemId, ProductId, UserId, VariantId } from '@/lib/core/ids'
import { products, productVariants } from './catalog'
import { currencyCode, id, minor, time, timestamps } from './columns'
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
    version: integer().notNull().default(1),
    completedAt: time('completed_at'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('carts_active_user').on(t.userId).where(sql`${t.completedAt} is null`),
    uniqueIndex('carts_active_session').on(t.sessionKey).where(sql`${t.completedAt} is null`),
    index('carts_updated').on(t.updatedAt).where(sql`${t.completedAt} is null`),
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
