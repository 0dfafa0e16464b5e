import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { categories, products } from './catalog'
import { createdAt, id } from './columns'

/**
 * Slugs that products and categories had before, so that old links lead on. Kept by triggers (migration `former_slugs_triggers`): whoever
 * changes a slug, its old one is here at the same commit, and one that somebody else takes is theirs and no longer here.
 */
export const formerSlugs = pgTable(
  'former_slugs',
  {
    kind: text({ enum: ['product', 'category'] }).notNull(),
    slug: text().notNull(),
    productId: id<ProductId>('product_id').references(() => products.id, { onDelete: 'cascade' }),
    categoryId: id<CategoryId>('category_id').references(() => categories.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.slug] }),
    index('former_slugs_product').on(t.productId),
    index('former_slugs_category').on(t.categoryId),
    check(
      'former_slugs_one_owner',
      sql`case ${t.kind} when 'product' then ${t.productId} is not null and ${t.categoryId} is null else ${t.categoryId} is not null and ${t.productId} is null end`,
    ),
  ],
)
