import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { currencyCode, id, minor, time, updatedAt } from './columns'

/*
 * Summaries by day of the shop's time zone, derived from orders, refunds and carts by `lib/analytics` and never changed elsewhere. An
 * order counts on the day on which it was paid, a refund on the day on which it was decided.
 */

const day = () => date({ mode: 'string' }).notNull()

export const dailySales = pgTable(
  'daily_sales',
  {
    day: day(),
    currency: currencyCode(),
    orders: integer().notNull().default(0),
    units: integer().notNull().default(0),
    /** Totals of the orders, with tax and shipping; refunds are beside it, not taken off. */
    revenueMinor: minor('revenue_minor').notNull().default(0),
    taxMinor: minor('tax_minor').notNull().default(0),
    shippingMinor: minor('shipping_minor').notNull().default(0),
    discountMinor: minor('discount_minor').notNull().default(0),
    refunds: integer().notNull().default(0),
    refundsMinor: minor('refunds_minor').notNull().default(0),
    updatedAt: updatedAt(),
  },
  (t) => [primaryKey({ columns: [t.day, t.currency] })],
)

export const dailyProducts = pgTable(
  'daily_products',
  {
    day: day(),
    currency: currencyCode(),
    productId: id<ProductId>('product_id').notNull(),
    /** The product's first category when the day was first counted; it stays, so that counting a day again gives the same. */
    categoryId: id<CategoryId>('category_id').notNull(),
    orders: integer().notNull(),
    units: integer().notNull(),
    /** The lines' prices, without tax and shipping. */
    revenueMinor: minor('revenue_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.currency, t.productId] }), index('daily_products_product').on(t.productId, t.day)],
)

export const dailyCategories = pgTable(
  'daily_categories',
  {
    day: day(),
    currency: currencyCode(),
    categoryId: id<CategoryId>('category_id').notNull(),
    orders: integer().notNull(),
    units: integer().notNull(),
    revenueMinor: minor('revenue_minor').notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.currency, t.categoryId] })],
)

/** Carts by the day on which they were begun, and how far they have come since. */
export const dailyFunnel = pgTable('daily_funnel', {
  day: date({ mode: 'string' }).primaryKey(),
  carts: integer().notNull(),
  /** An address to write to was left, or an order was placed. */
  checkouts: integer().notNull(),
  orders: integer().notNull(),
  paid: integer().notNull(),
  updatedAt: updatedAt(),
})

/** One row: up to when everything is counted, and in which time zone. */
export const analyticsState = pgTable(
  'analytics_state',
  {
    id: integer().primaryKey().default(1),
    timeZone: text('time_zone').notNull(),
    countedUntil: time('counted_until').notNull(),
  },
  (t) => [check('analytics_state_one_row', sql`${t.id} = 1`)],
)
