import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { ProductId, SubscriptionId, UserId, VariantId, WishlistId } from '@/lib/core/ids'
import { products, productVariants } from './catalog'
import { createdAt, id, minor, time, timestamps } from './columns'
import { users } from './customers'

/** One per person (R18). It can be seen by others while it has a share token. */
export const wishlists = pgTable(
  'wishlists',
  {
    id: id<WishlistId>().primaryKey(),
    userId: id<UserId>('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    shareToken: text('share_token'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('wishlists_owner').on(t.userId),
    index('wishlists_user_created').on(t.userId, t.createdAt),
    uniqueIndex('wishlists_share_token').on(t.shareToken),
  ],
)

export const wishlistItems = pgTable(
  'wishlist_items',
  {
    wishlistId: id<WishlistId>('wishlist_id')
      .notNull()
      .references(() => wishlists.id, { onDelete: 'cascade' }),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** The variant that was chosen when it was added; null when none was. */
    variantId: id<VariantId>('variant_id').references(() => productVariants.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.wishlistId, t.productId] }),
    index('wishlist_items_created').on(t.wishlistId, t.createdAt.desc().nullsFirst()),
    index('wishlist_items_product').on(t.productId),
    index('wishlist_items_variant').on(t.variantId),
  ],
)

export const subscriptionKinds = ['back_in_stock', 'price_drop'] as const
export type SubscriptionKind = (typeof subscriptionKinds)[number]

/** "Tell me when": one wish per kind, variant and e-mail address. Guests confirm theirs by mail; nothing is sent before. */
export const subscriptions = pgTable(
  'subscriptions',
  {
    id: id<SubscriptionId>().primaryKey(),
    kind: text({ enum: subscriptionKinds }).notNull(),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    variantId: id<VariantId>('variant_id')
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    userId: id<UserId>('user_id').references(() => users.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    /** The price when it was asked for; a drop is measured against it. */
    priceMinor: minor('price_minor').notNull(),
    confirmedAt: time('confirmed_at'),
    notifiedAt: time('notified_at'),
    ...timestamps(),
  },
  (t) => [
    uniqueIndex('subscriptions_once').on(t.kind, t.variantId, sql`lower(${t.email})`).where(sql`${t.notifiedAt} is null`),
    index('subscriptions_waiting').on(t.variantId, t.kind, t.confirmedAt).where(sql`${t.notifiedAt} is null and ${t.confirmedAt} is not null`),
    // Who was told lately: the next wave waits for them.
    index('subscriptions_told').on(t.variantId, t.notifiedAt).where(sql`${t.notifiedAt} is not null`),
    index('subscriptions_product').on(t.productId),
    index('subscriptions_user').on(t.userId),
    index('subscriptions_email').on(sql`lower(${t.email})`),
    check('subscriptions_kind', sql`${t.kind} in ('back_in_stock', 'price_drop')`),
  ],
)
