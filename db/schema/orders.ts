import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgSequence, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { CartId, OrderId, OrderItemId, ProductId, UserId, VariantId } from '@/lib/core/ids'
import { carts } from './cart'
import { products, productVariants } from './catalog'
import { createdAt, currencyCode, id, minor, time, timestamps } from './columns'
import { users } from './customers'

export const orderNumberSequence = pgSequence('order_number', { startWith: 100_001 })

export const orderStatuses = ['pending', 'paid', 'shipped', 'delivered', 'cancelled', 'expired'] as const
export const paymentStatuses = ['unpaid', 'authorized', 'paid', 'partially_refunded', 'refunded', 'disputed'] as const
export const fulfillmentStatuses = ['unfulfilled', 'partial', 'fulfilled'] as const
export type OrderStatus = (typeof orderStatuses)[number]
export type PaymentStatus = (typeof paymentStatuses)[number]
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number]

/** An order's own copy of an address; later edits elsewhere never reach it (R12). */
export type OrderAddress = {
  fullName: string
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
  phone: string | null
}

/** How each amount came about, as sentences' raw material: rates and names as they were when the order was placed. */
export type TotalsExplanation = {
  taxRatePpm: number
  taxName: string
  /** What each of several taxes came to; absent where there is one. */
  taxes?: { name: string; ratePpm: number; baseMinor: number; taxMinor: number }[]
  /** What a code took off; absent without one. */
  discount?: { code: string; ratePpm: number }
  shippingName: string
  minDays: number
  maxDays: number
}

export const orders = pgTable(
  'orders',
  {
    id: id<OrderId>().primaryKey(),
    orderNumber: text('order_number').notNull(),
    userId: id<UserId>('user_id').references(() => users.id, { onDelete: 'restrict' }),
    cartId: id<CartId>('cart_id').references(() => carts.id, { onDelete: 'set null' }),
    email: text().notNull(),
    status: text({ enum: orderStatuses }).notNull().default('pending'),
    paymentStatus: text('payment_status', { enum: paymentStatuses }).notNull().default('unpaid'),
    fulfillmentStatus: text('fulfillment_status', { enum: fulfillmentStatuses }).notNull().default('unfulfilled'),
    currency: currencyCode(),
    subtotalMinor: minor('subtotal_minor').notNull(),
    taxMinor: minor('tax_minor').notNull(),
    shippingMinor: minor('shipping_minor').notNull(),
    discountMinor: minor('discount_minor').notNull().default(0),
    /** The code that the discount came of, as it was written. */
    couponCode: text('coupon_code'),
    totalMinor: minor('total_minor').notNull(),
    totalItems: integer('total_items').notNull(),
    shippingAddress: jsonb('shipping_address').$type<OrderAddress>().notNull(),
    billingAddress: jsonb('billing_address').$type<OrderAddress>().notNull(),
    shippingMethodCode: text('shipping_method_code').notNull(),
    totalsExplanation: jsonb('totals_explanation').$type<TotalsExplanation>().notNull(),
    orderDate: time('order_date').notNull().defaultNow(),
    reservedUntil: time('reserved_until').notNull(),
    /** When it became paid, whatever came after: the day on which it counts as sold. */
    paidAt: time('paid_at'),
    ...timestamps(),
  },
  (t) => [
    unique('orders_order_number').on(t.orderNumber),
    unique('orders_cart').on(t.cartId),
    index('orders_user_created').on(t.userId, t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    // Orders that wait for somebody to prove that the address is theirs.
    index('orders_guest_email').on(sql`lower(${t.email})`).where(sql`${t.userId} is null`),
    index('orders_status').on(t.status, t.createdAt.desc().nullsFirst()),
    index('orders_date').on(t.orderDate),
    // The dashboard's list, and what staff type to find an order: its number, an address, a name.
    index('orders_created').on(t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()),
    index('orders_search').using(
      'gin',
      sql`(lower(${t.orderNumber} || ' ' || ${t.email} || ' ' || coalesce(${t.shippingAddress} ->> 'fullName', ''))) gin_trgm_ops`,
    ),
    index('orders_paid').on(t.paidAt).where(sql`${t.paidAt} is not null`),
    index('orders_pending_until').on(t.reservedUntil).where(sql`${t.status} = 'pending'`),
    check('orders_total', sql`${t.totalMinor} = ${t.subtotalMinor} + ${t.taxMinor} + ${t.shippingMinor} - ${t.discountMinor}`),
    check('orders_amounts', sql`least(${t.subtotalMinor}, ${t.taxMinor}, ${t.shippingMinor}, ${t.discountMinor}, ${t.totalMinor}) >= 0`),
    check('orders_discount', sql`(${t.discountMinor} > 0) = (${t.couponCode} is not null) and ${t.discountMinor} <= ${t.subtotalMinor}`),
    check('orders_status_known', sql`${t.status} in ('pending', 'paid', 'shipped', 'delivered', 'cancelled', 'expired')`),
  ],
)

export const orderItems = pgTable(
  'order_items',
  {
    id: id<OrderItemId>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'restrict' }),
    variantId: id<VariantId>('variant_id')
      .notNull()
      .references(() => productVariants.id, { onDelete: 'restrict' }),
    productName: text('product_name').notNull(),
    productSku: text('product_sku').notNull(),
    productSlug: text('product_slug').notNull(),
    variantTitle: text('variant_title').notNull().default(''),
    pictureHash: text('picture_hash'),
    priceMinor: minor('price_minor').notNull(),
    quantity: integer().notNull(),
    subtotalMinor: minor('subtotal_minor').notNull().generatedAlwaysAs(sql`price_minor * quantity`),
    taxMinor: minor('tax_minor').notNull(),
    /** Its share of the order's discount; the shares add up to it. */
    discountMinor: minor('discount_minor').notNull().default(0),
    position: integer().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('order_items_order').on(t.orderId, t.position),
    index('order_items_product').on(t.productId),
    index('order_items_variant').on(t.variantId),
    check('order_items_quantity', sql`${t.quantity} > 0 and ${t.priceMinor} >= 0`),
    check('order_items_discount', sql`${t.discountMinor} between 0 and ${t.priceMinor} * ${t.quantity}`),
  ],
)

export const orderStatusHistory = pgTable(
  'order_status_history',
  {
    id: id<string>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    status: text({ enum: orderStatuses }).notNull(),
    note: text().notNull().default(''),
    /** `guest`, `user:{id}` or `system:{name}`; never personal data. */
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('order_status_history_order').on(t.orderId, t.createdAt)],
)
