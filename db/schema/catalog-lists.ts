import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, numeric, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { categories, products } from './catalog'
import { createdAt, id, minor } from './columns'

/* Copies of the catalogue in the shapes that lists and search read. */

/** A product in a category and in each of its ancestors, with copies of what category lists sort by. */
export const categoryProducts = pgTable(
  'category_products',
  {
    categoryId: id<CategoryId>('category_id')
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** False for ancestors: the product is listed there because it is in a category below. */
    isDirect: boolean('is_direct').notNull(),
    isActive: boolean('is_active').notNull(),
    createdAt: createdAt(),
    priceMinMinor: minor('price_min_minor').notNull(),
    ratingAverage: numeric('rating_average', { precision: 3, scale: 2, mode: 'number' }).notNull().default(0),
    /** Units sold, refreshed by a periodic sweep: a sale must not rewrite list rows. */
    sold: integer().notNull().default(0),
    /** Place in the order that the merchant gave the category, counted from 0; null for what comes after that, the newest first. */
    position: integer(),
    /** Both as one number, the highest first: what was put in order, then by the time in milliseconds. */
    orderKey: bigint('order_key', { mode: 'number' })
      .notNull()
      .generatedAlwaysAs(
        sql`case when position is null then (extract(epoch from created_at - timestamptz '1970-01-01 00:00:00+00') * 1000)::bigint else 9000000000000000 - position end`,
      ),
  },
  (t) => [
    primaryKey({ columns: [t.categoryId, t.productId] }),
    index('category_products_product').on(t.productId),
    index('category_products_newest').on(t.categoryId, t.createdAt.desc().nullsFirst(), t.productId.desc().nullsFirst()).where(sql`${t.isActive}`),
    index('category_products_price').on(t.categoryId, t.priceMinMinor, t.productId).where(sql`${t.isActive}`),
    index('category_products_rating')
      .on(t.categoryId, t.ratingAverage.desc().nullsFirst(), t.productId.desc().nullsFirst())
      .where(sql`${t.isActive}`),
    index('category_products_sold').on(t.categoryId, t.sold.desc().nullsFirst(), t.productId.desc().nullsFirst()).where(sql`${t.isActive}`),
    index('category_products_arranged').on(t.categoryId, t.orderKey.desc().nullsFirst(), t.productId.desc().nullsFirst()).where(sql`${t.isActive}`),
    index('category_products_position').on(t.categoryId, t.position).where(sql`${t.position} is not null`),
    check('category_products_position_range', sql`${t.position} between 0 and 100000`),
  ],
)

/** Units sold per product, fed by the sweep from the movements; sorts "best selling" over the whole catalogue. */
export const productSales = pgTable(
  'product_sales',
  {
    productId: id<ProductId>('product_id')
      .primaryKey()
      .references(() => products.id, { onDelete: 'cascade' }),
    sold: integer().notNull().default(0),
  },
  (t) => [index('product_sales_sold').on(t.sold.desc().nullsFirst(), t.productId.desc().nullsFirst())],
)

/**
 * Each word of a product's name, kept by a trigger (migration `search_words_trigger`): what a mistyped word is compared with.
 * Words are never removed; one that no product has any more only costs a comparison.
 */
export const searchWords = pgTable('search_words', { word: text().primaryKey() }, (t) => [
  index('search_words_trgm').using('gin', sql`${t.word} gin_trgm_ops`),
])

/**
 * The words of each product's name as the search reads them (lexemes), with the rank that the product has for this word alone: what
 * a search for one word reads its page from, however common the word is. Kept by triggers (migration `product_words_triggers`).
 */
export const productWords = pgTable(
  'product_words',
  {
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    word: text().notNull(),
    rank: real().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.word] }),
    index('product_words_best').on(t.word, t.rank.desc().nullsFirst(), t.productId.desc().nullsFirst()),
  ],
)
