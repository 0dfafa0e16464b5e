import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { ProductId, ReviewId, UserId } from '@/lib/core/ids'
import { products } from './catalog'
import { id, time, timestamps } from './columns'
import { users } from './customers'

export const reviews = pgTable(
  'reviews',
  {
    id: id<ReviewId>().primaryKey(),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    userId: id<UserId>('user_id').references(() => users.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    rating: integer().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    isApproved: boolean('is_approved').notNull().default(false),
    /** Written by somebody who bought it; the demo's are not. */
    isVerifiedBuyer: boolean('is_verified_buyer').notNull().default(false),
    /** When staff decided; null while it waits, or when it was approved by itself. */
    moderatedAt: time('moderated_at'),
    ...timestamps(),
  },
  (t) => [
    index('reviews_user').on(t.userId, t.createdAt.desc().nullsFirst()),
    index('reviews_waiting').on(t.createdAt).where(sql`not ${t.isApproved} and ${t.moderatedAt} is null`),
    // The dashboard's list of those that were decided.
    index('reviews_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // How many there are of each rating, without reading their texts.
    index('reviews_product_rating').on(t.productId, t.rating).where(sql`${t.isApproved}`),
    index('reviews_product_approved').on(t.productId, t.isApproved, t.createdAt.desc().nullsFirst()),
    unique('reviews_one_per_user').on(t.productId, t.userId),
    check('reviews_rating', sql`${t.rating} between 1 and 5`),
  ],
)
