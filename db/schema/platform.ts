import { sql } from 'drizzle-orm'
import { bigserial, boolean, char, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CategoryId, ShippingZoneId, TaxRateId } from '@/lib/core/ids'
import { categories } from './catalog'
import { createdAt, id, minor, time, timestamps, updatedAt } from './columns'

/**
 * Domain events, written in the transaction of their cause. `payload` is the event. A dispatcher (`lib/jobs/dispatch-outbox.ts`) takes a row
 * for the time of a lease, sends it, and marks it: delivered, to be tried again later, or parked for a person to look at.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: id<string>().primaryKey(),
    type: text().notNull(),
    aggregateType: text('aggregate_type').notNull(),
    aggregateId: text('aggregate_id').notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    /** `order.paid:{id}`: this kind happens once per order. */
    onceKey: text('once_key'),
    requestId: text('request_id'),
    /** The order of events of one aggregate: taken from the sequence while the aggregate's row is locked. The ids come from the clocks of several machines. */
    seq: bigserial({ mode: 'number' }).notNull(),
    createdAt: createdAt(),
    deliveredAt: time('delivered_at'),
    attempts: integer().notNull().default(0),
    leaseUntil: time('lease_until'),
    nextAttemptAt: time('next_attempt_at').notNull().defaultNow(),
    parkedAt: time('parked_at'),
    lastError: text('last_error'),
  },
  (t) => [
    uniqueIndex('outbox_once').on(t.onceKey),
    index('outbox_waiting').on(t.seq).where(sql`${t.deliveredAt} is null and ${t.parkedAt} is null`),
    index('outbox_parked').on(t.parkedAt).where(sql`${t.parkedAt} is not null`),
    index('outbox_aggregate').on(t.aggregateType, t.aggregateId),
  ],
)

/** The log of what fell from the caches. Every instance tails it, and reads it back at start. */
export const invalidations = pgTable(
  'invalidations',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    tags: text().array().notNull(),
    at: time('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('invalidations_at').on(t.at)],
)

/** One row per (who, what, key). See `lib/platform/idempotency`. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    principal: text().notNull(),
    operation: text().notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    status: text({ enum: ['running', 'done'] }).notNull(),
    /** What the first call answered, as the JSON text that was sent. */
    responseStatus: integer('response_status'),
    responseBody: text('response_body'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.principal, t.operation, t.key] }),
    index('idempotency_keys_created').on(t.createdAt),
    index('idempotency_keys_running').on(t.createdAt).where(sql`${t.status} = 'running'`),
  ],
)

/** One row. `shop_id` is made with the database and is part of the build's stamp. */
export const settings = pgTable(
  'settings',
  {
    id: integer().primaryKey().default(1),
    shopId: uuid('shop_id').notNull().default(sql`gen_random_uuid()`),
    shopName: text('shop_name').notNull().default('Highstreet'),
    currency: char({ length: 3 }).notNull().default('USD'),
    locale: text().notNull().default('en-US'),
    timeZone: text('time_zone').notNull().default('America/New_York'),
    taxName: text('tax_name').notNull().default('Sales tax'),
    /** Millionths: 100,000 is 10 %. */
    taxRatePpm: integer('tax_rate_ppm').notNull().default(100_000),
    supportEmail: text('support_email').notNull().default('hello@highstreet.example'),
    /** ISO 3166-1: where the shop is at home. Carts are counted for it until a shopper gives an address. */
    homeCountry: char('home_country', { length: 2 }).notNull().default('US'),
    /** As it stands on invoices, several lines. */
    postalAddress: text('postal_address').notNull().default(''),
    /** For example a VAT number, as it stands on invoices. */
    taxNumber: text('tax_number').notNull().default(''),
    /** Whom mails are from and where answers go, where that is not the shop's name and contact; empty where it is. */
    mailSenderName: text('mail_sender_name').notNull().default(''),
    mailReplyTo: text('mail_reply_to').notNull().default(''),
    /** Ways to pay that the environment offers and the shop does not want to. */
    paymentsOff: text('payments_off').array().$type<PaymentWay[]>().notNull().default(sql`'{}'`),
    /** Limits of requests that an administrator set otherwise than the code does, by name (`lib/platform/rate-limit`). */
    rateLimits: jsonb('rate_limits').$type<RateLimits>().notNull().default({}),
    /** Reviews by people who bought the product appear at once; others always wait for staff. */
    approvesBuyersReviews: boolean('approves_buyers_reviews').notNull().default(true),
    /** When the demo catalogue was loaded; the start-up does not load it twice. */
    demoLoadedAt: time('demo_loaded_at'),
    updatedAt: updatedAt(),
  },
  (t) => [check('settings_one_row', sql`${t.id} = 1`), check('settings_tax', sql`${t.taxRatePpm} between 0 and 1000000`)],
)

export type PaymentWay = 'stripe' | 'test'
export type RateLimits = Record<string, { limit: number; seconds: number }[]>

/**
 * What is taxed otherwise than `settings.tax_rate_ppm` says: in a country, in a category (with all below it), or in a category in a country.
 * Without a country it holds wherever no rate of the country itself does.
 */
export const taxRates = pgTable(
  'tax_rates',
  {
    id: id<TaxRateId>().primaryKey(),
    country: char({ length: 2 }),
    categoryId: id<CategoryId>('category_id').references(() => categories.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    /** Millionths. */
    ratePpm: integer('rate_ppm').notNull(),
    ...timestamps(),
  },
  (t) => [
    unique('tax_rates_once').on(t.country, t.categoryId).nullsNotDistinct(),
    index('tax_rates_category').on(t.categoryId),
    check('tax_rates_sane', sql`${t.ratePpm} between 0 and 1000000 and (${t.country} is not null or ${t.categoryId} is not null)`),
  ],
)

export const shippingZones = pgTable('shipping_zones', { id: id<ShippingZoneId>().primaryKey(), name: text().notNull(), ...timestamps() }, (t) => [
  uniqueIndex('shipping_zones_name').on(sql`lower(${t.name})`),
])

/** A country is in one zone, or in none: then what has no zone travels there. */
export const shippingZoneCountries = pgTable(
  'shipping_zone_countries',
  {
    country: char({ length: 2 }).primaryKey(),
    zoneId: id<ShippingZoneId>('zone_id')
      .notNull()
      .references(() => shippingZones.id, { onDelete: 'cascade' }),
  },
  (t) => [index('shipping_zone_countries_zone').on(t.zoneId)],
)

/** From this subtotal in minor units, or this weight in grams, on; until the next band begins. The first begins at 0. */
export type ShippingBand = { from: number; rateMinor: number }

export const shippingMethods = pgTable(
  'shipping_methods',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** Null: wherever no zone reaches. */
    zoneId: id<ShippingZoneId>('zone_id').references(() => shippingZones.id, { onDelete: 'restrict' }),
    rateBy: text('rate_by', { enum: ['order', 'subtotal', 'weight'] })
      .notNull()
      .default('order'),
    /** What every order pays, by `order`. */
    rateMinor: minor('rate_minor').notNull(),
    /** Empty by `order`. A band has a beginning and no end, so two can neither overlap nor leave a gap. */
    bands: jsonb().$type<ShippingBand[]>().notNull().default([]),
    /** Free from this subtotal on. */
    freeFromMinor: minor('free_from_minor'),
    minDays: integer('min_days').notNull(),
    maxDays: integer('max_days').notNull(),
    isActive: boolean('is_active').notNull().default(true),
    /** The first of its zone is what is shown until the shopper chooses. */
    position: integer().notNull().default(0),
    ...timestamps(),
  },
  (t) => [
    index('shipping_methods_zone').on(t.zoneId),
    check('shipping_methods_bands', sql`(${t.rateBy} = 'order') = (${t.bands} = '[]'::jsonb) and coalesce(${t.freeFromMinor}, 1) > 0`),
    check('shipping_methods_sane', sql`${t.rateMinor} >= 0 and ${t.minDays} >= 0 and ${t.maxDays} >= ${t.minDays}`),
  ],
)
