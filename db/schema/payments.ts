import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import type { OrderId, OrderItemId, PaymentId } from '@/lib/core/ids'
import { createdAt, currencyCode, id, minor, time, timestamps } from './columns'
import { orderItems, orders } from './orders'

/** One payment object at a provider. Amounts are cumulative, so events may repeat and reorder. */
export const payments = pgTable(
  'payments',
  {
    id: id<PaymentId>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    provider: text({ enum: ['test', 'stripe'] }).notNull(),
    /** The provider's id; null until it has answered. */
    providerPaymentId: text('provider_payment_id'),
    status: text({ enum: ['open', 'requires_action', 'processing', 'authorized', 'captured', 'failed'] })
      .notNull()
      .default('open'),
    currency: currencyCode(),
    amountMinor: minor('amount_minor').notNull(),
    authorizedMinor: minor('authorized_minor').notNull().default(0),
    capturedMinor: minor('captured_minor').notNull().default(0),
    refundedMinor: minor('refunded_minor').notNull().default(0),
    disputedMinor: minor('disputed_minor').notNull().default(0),
    actionUrl: text('action_url'),
    ...timestamps(),
  },
  (t) => [
    unique('payments_provider_id').on(t.provider, t.providerPaymentId),
    index('payments_order').on(t.orderId),
    index('payments_unsettled').on(t.updatedAt).where(sql`${t.status} in ('open', 'requires_action', 'processing', 'authorized')`),
    check(
      'payments_amounts',
      sql`least(${t.authorizedMinor}, ${t.capturedMinor}, ${t.refundedMinor}, ${t.disputedMinor}) >= 0 and ${t.amountMinor} > 0`,
    ),
    check('payments_refund', sql`${t.refundedMinor} <= ${t.capturedMinor}`),
  ],
)

/** Each try of a person to pay, with its outcome. */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    id: id<string>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    paymentId: id<PaymentId>('payment_id')
      .notNull()
      .references(() => payments.id, { onDelete: 'restrict' }),
    outcome: text({ enum: ['running', 'requires_action', 'processing', 'paid', 'declined', 'unknown'] }).notNull(),
    declineCode: text('decline_code'),
    ...timestamps(),
  },
  (t) => [index('payment_attempts_order').on(t.orderId, t.createdAt), index('payment_attempts_payment').on(t.paymentId)],
)

/** Webhook events already applied; a repeated one finds its row. */
export const paymentEvents = pgTable(
  'payment_events',
  {
    id: id<string>().primaryKey(),
    provider: text().notNull(),
    eventId: text('event_id').notNull(),
    kind: text().notNull(),
    receivedAt: createdAt(),
  },
  (t) => [unique('payment_events_once').on(t.provider, t.eventId), index('payment_events_received').on(t.receivedAt)],
)

/** Money to give back. Written in the transaction that decides it, sent to the provider afterwards, under its id as the key. */
export const refunds = pgTable(
  'refunds',
  {
    id: id<string>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'restrict' }),
    paymentId: id<PaymentId>('payment_id')
      .notNull()
      .references(() => payments.id, { onDelete: 'restrict' }),
    amountMinor: minor('amount_minor').notNull(),
    currency: currencyCode(),
    reason: text().notNull(),
    /** Money that was never the order's: it came twice, or when the items were gone. It takes nothing off what was sold. */
    isSurplus: boolean('is_surplus').notNull().default(false),
    status: text({ enum: ['requested', 'sent', 'failed'] })
      .notNull()
      .default('requested'),
    providerRefundId: text('provider_refund_id'),
    /** Who decided it: `user:{id}`, `system:{name}`; empty for what follows from a cancellation or a payment that came too late. */
    createdBy: text('created_by').notNull().default(''),
    sentAt: time('sent_at'),
    ...timestamps(),
  },
  (t) => [
    index('refunds_order').on(t.orderId),
    index('refunds_payment').on(t.paymentId),
    index('refunds_created').on(t.createdAt),
    index('refunds_updated').on(t.updatedAt),
    index('refunds_requested').on(t.createdAt).where(sql`${t.status} = 'requested'`),
    uniqueIndex('refunds_provider_id').on(t.providerRefundId),
    check('refunds_amount', sql`${t.amountMinor} > 0`),
  ],
)

/** The units that a refund is for, when it is for certain lines. */
export const refundItems = pgTable(
  'refund_items',
  {
    id: id<string>().primaryKey(),
    refundId: id<string>('refund_id')
      .notNull()
      .references(() => refunds.id, { onDelete: 'cascade' }),
    orderItemId: id<OrderItemId>('order_item_id')
      .notNull()
      .references(() => orderItems.id, { onDelete: 'cascade' }),
    quantity: integer().notNull(),
    /** Of them, those that were in no parcel yet: they stay in the shop. */
    unsent: integer().notNull().default(0),
  },
  (t) => [
    unique('refund_items_line').on(t.refundId, t.orderItemId),
    index('refund_items_order_item').on(t.orderItemId),
    check('refund_items_quantity', sql`${t.quantity} > 0 and ${t.unsent} between 0 and ${t.quantity}`),
  ],
)
