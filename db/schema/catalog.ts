import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core'
import type { CategoryId, ImageId, ProductId, VariantId } from '@/lib/core/ids'
import { createdAt, id, minor, time, timestamps, tsvector } from './columns'

/** What a picture needs to be shown: file `/media/{hash}-{width}.webp`, and a tiny blurred data URL until it is there. */
export type PictureRef = { hash: string; blur: string; alt: string }

export const categories = pgTable(
  'categories',
  {
    id: id<CategoryId>().primaryKey(),
    parentId: id<CategoryId>('parent_id').references((): AnyPgColumn => categories.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    slug: text().notNull(),
    description: text().notNull().default(''),
    picture: jsonb().$type<PictureRef>(),
    isActive: boolean('is_active').notNull().default(true),
    position: integer().notNull().default(0),
    ...timestamps(),
  },
  (t) => [
    unique('categories_slug').on(t.slug),
    index('categories_parent').on(t.parentId, t.position),
    index('categories_is_active').on(t.isActive),
    check('categories_not_own_parent', sql`${t.parentId} <> ${t.id}`),
  ],
)

/** One option of a product in display order, for example `{ name: 'Size', values: ['S', 'M'] }`. */
export type ProductOption = { name: string; values: string[] }

export const products = pgTable(
  'products',
  {
    id: id<ProductId>().primaryKey(),
    slug: text().notNull(),
    name: varchar({ length: 300 }).notNull(),
    description: text().notNull().default(''),
    sku: varchar({ length: 100 }).notNull(),
    primaryCategoryId: id<CategoryId>('primary_category_id')
      .notNull()
      .references(() => categories.id, { onDelete: 'restrict' }),
    priceMinor: minor('price_minor').notNull(),
    comparePriceMinor: minor('compare_price_minor'),
    /** Range over active variants; kept by the variant functions. */
    priceMinMinor: minor('price_min_minor').notNull(),
    priceMaxMinor: minor('price_max_minor').notNull(),
    isFeatured: boolean('is_featured').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    trackInventory: boolean('track_inventory').notNull().default(true),
    lowStockThreshold: integer('low_stock_threshold').notNull().default(5),
    /** One unit with its wrapping, for shipping by weight. */
    weightGrams: integer('weight_grams').notNull().default(0),
    attributes: jsonb().$type<Record<string, string>>().notNull().default({}),
    options: jsonb().$type<ProductOption[]>().notNull().default([]),
    /** What search engines are told instead of name and description; empty where these do. */
    seoTitle: text('seo_title').notNull().default(''),
    seoDescription: text('seo_description').notNull().default(''),
    /** Taken out of the shop for good; without it what is not active is a draft. */
    archivedAt: time('archived_at'),
    /** The main picture, copied here so that a list needs no join. */
    picture: jsonb().$type<PictureRef>(),
    /** A second view for hover. */
    picture2: jsonb().$type<PictureRef>(),
    /** SKUs of the product and its variants, separated by spaces. */
    skuText: text('sku_text').notNull().default(''),
    /** `Name=value` of attributes and of active variants' options. */
    facetValues: text('facet_values').array().notNull().default([]),
    ratingSum: integer('rating_sum').notNull().default(0),
    ratingCount: integer('rating_count').notNull().default(0),
    ratingAverage: numeric('rating_average', { precision: 3, scale: 2, mode: 'number' })
      .notNull()
      .generatedAlwaysAs(sql`case when rating_count = 0 then 0 else round(rating_sum::numeric / rating_count, 2) end`),
    searchVector: tsvector('search_vector')
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B') || setweight(to_tsvector('simple', sku_text), 'C')
          || setweight(to_tsvector('english', attributes) || to_tsvector('english', jsonb_path_query_array(options, '$[*].values[*]')), 'D')`,
      ),
    ...timestamps(),
  },
  (t) => [
    unique('products_slug').on(t.slug),
    unique('products_sku').on(t.sku),
    index('products_primary_category').on(t.primaryCategoryId, t.isActive),
    index('products_featured').on(t.isFeatured, t.isActive),
    index('products_active_created').on(t.isActive, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // Lists of the dashboard, which shows what is not for sale too.
    index('products_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('products_by_name').on(sql`lower(left(${t.name}, 60))`, t.id),
    index('products_by_price').on(t.priceMinMinor, t.id),
    // The highest one, above which nothing is low.
    index('products_low_stock_threshold').on(t.lowStockThreshold),
    // Lists read these two alone: what is withdrawn is not in them.
    index('products_price').on(t.priceMinMinor, t.id).where(sql`${t.isActive}`),
    index('products_rating').on(t.ratingAverage.desc().nullsFirst(), t.id.desc().nullsFirst()).where(sql`${t.isActive}`),
    index('products_search').using('gin', t.searchVector),
    index('products_name_trgm').using('gin', sql`${t.name} gin_trgm_ops`),
    index('products_sku_begins').on(sql`lower(${t.skuText}) text_pattern_ops`),
    index('products_sku_trgm').using('gin', sql`${t.skuText} gin_trgm_ops`),
    index('products_facets').using('gin', t.facetValues),
    check('products_archived_is_not_active', sql`${t.archivedAt} is null or not ${t.isActive}`),
    check('products_weight', sql`${t.weightGrams} between 0 and 1000000`),
    check('products_price_positive', sql`${t.priceMinor} >= 0 and ${t.priceMinMinor} >= 0 and ${t.priceMaxMinor} >= ${t.priceMinMinor}`),
  ],
)

/** The fast-changing part of a product: available units over its active variants, and the version that pages compare. */
export const productStock = pgTable(
  'product_stock',
  {
    productId: id<ProductId>('product_id')
      .primaryKey()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** Copied from the product, for `(is_active, quantity)` (R26). */
    isActive: boolean('is_active').notNull().default(true),
    quantity: integer().notNull().default(0),
    /** Rises with every change that a page of this product shows: texts, prices, band of stock, rating. */
    version: integer().notNull().default(1),
  },
  (t) => [index('product_stock_active_quantity').on(t.isActive, t.quantity), check('product_stock_not_negative', sql`${t.quantity} >= 0`)],
)

export const productVariants = pgTable(
  'product_variants',
  {
    id: id<VariantId>().primaryKey(),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    sku: varchar({ length: 100 }).notNull(),
    /** Null means the product's price. */
    priceMinor: minor('price_minor'),
    comparePriceMinor: minor('compare_price_minor'),
    /** Option values, for example `{ Size: 'L', Colour: 'Red' }`; empty for the default variant. */
    attributes: jsonb().$type<Record<string, string>>().notNull().default({}),
    imageId: id<ImageId>('image_id').references((): AnyPgColumn => productImages.id, { onDelete: 'set null' }),
    isActive: boolean('is_active').notNull().default(true),
    position: integer().notNull().default(0),
    ...timestamps(),
  },
  (t) => [
    unique('product_variants_sku').on(t.sku),
    index('product_variants_product').on(t.productId, t.position),
    check('product_variants_price', sql`${t.priceMinor} is null or ${t.priceMinor} >= 0`),
  ],
)

export const productImages = pgTable(
  'product_images',
  {
    id: id<ImageId>().primaryKey(),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    hash: text().notNull(),
    blur: text().notNull(),
    alt: text().notNull().default(''),
    isMain: boolean('is_main').notNull().default(false),
    position: integer().notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    index('product_images_product').on(t.productId, t.position),
    uniqueIndex('product_images_one_main').on(t.productId).where(sql`${t.isMain}`),
  ],
)

export const productRecommendations = pgTable(
  'product_recommendations',
  {
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    recommendedProductId: id<ProductId>('recommended_product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.productId, t.recommendedProductId] }), index('product_recommendations_recommended').on(t.recommendedProductId)],
)
