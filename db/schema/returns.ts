import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { OrderId, OrderItemId, ReturnId } from '@/lib/core/ids'
import { createdAt, id, timestamps } from './columns'
import { orderItems, orders } from './orders'

export const returnStatuses = ['requested', 'approved', 'rejected', 'received', 'refunded', 'withdrawn'] as const
export const returnReasons = ['too_small', 'too_large', 'not_as_described', 'damaged', 'wrong_item', 'changed_mind', 'other'] as const
export type ReturnStatus = (typeof returnStatuses)[number]
export type ReturnReason = (typeof returnReasons)[number]

/** A shopper's wish to send something back. Stock and money move only when the shop has received it. */
export const returns = pgTable(
  'returns',
  {
    id: id<ReturnId>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    status: text({ enum: returnStatuses }).notNull().default('requested'),
    note: text().notNull().default(''),
    /** What the shop says about it to the shopper. */
    answer: text().notNull().default(''),
    ...timestamps(),
  },
  (t) => [
    index('returns_order').on(t.orderId, t.createdAt),
    index('returns_status').on(t.status, t.createdAt),
    check('returns_status_known', sql`${t.status} in ('requested', 'approved', 'rejected', 'received', 'refunded', 'withdrawn')`),
  ],
)

export const returnItems = pgTable(
  'return_items',
  {
    id: id<string>().primaryKey(),
    returnId: id<ReturnId>('return_id')
      .notNull()
      .references(() => returns.id, { onDelete: 'cascade' }),
    orderItemId: id<OrderItemId>('order_item_id')
      .notNull()
      .references(() => orderItems.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
    /** Of these, how many went back on the shelf when the parcel was received. */
    restocked: integer().notNull().default(0),
    reason: text({ enum: returnReasons }).notNull(),
    note: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    unique('return_items_line').on(t.returnId, t.orderItemId),
    index('return_items_order_item').on(t.orderItemId),
    check('return_items_quantity', sql`${t.quantity} > 0 and ${t.restocked} between 0 and ${t.quantity}`),
  ],
)
