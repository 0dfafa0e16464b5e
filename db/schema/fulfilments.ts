import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { FulfilmentId, OrderId, OrderItemId } from '@/lib/core/ids'
import { createdAt, id, time, timestamps } from './columns'
import { orderItems, orders } from './orders'

/** A parcel that left the house: an order goes in one or in several. */
export const fulfilments = pgTable(
  'fulfilments',
  {
    id: id<FulfilmentId>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    carrier: text().notNull().default(''),
    trackingNumber: text('tracking_number').notNull().default(''),
    trackingUrl: text('tracking_url'),
    deliveredAt: time('delivered_at'),
    createdBy: text('created_by').notNull(),
    ...timestamps(),
  },
  (t) => [index('fulfilments_order').on(t.orderId, t.createdAt)],
)

export const fulfilmentItems = pgTable(
  'fulfilment_items',
  {
    id: id<string>().primaryKey(),
    fulfilmentId: id<FulfilmentId>('fulfilment_id')
      .notNull()
      .references(() => fulfilments.id, { onDelete: 'cascade' }),
    orderItemId: id<OrderItemId>('order_item_id')
      .notNull()
      .references(() => orderItems.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
  },
  (t) => [
    unique('fulfilment_items_line').on(t.fulfilmentId, t.orderItemId),
    index('fulfilment_items_order_item').on(t.orderItemId),
    check('fulfilment_items_quantity', sql`${t.quantity} > 0`),
  ],
)

/** What staff write down about an order; shoppers never see it. */
export const orderNotes = pgTable(
  'order_notes',
  {
    id: id<string>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('order_notes_order').on(t.orderId, t.createdAt)],
)
