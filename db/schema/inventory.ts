import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { OrderId, OrderItemId, ProductId, VariantId } from '@/lib/core/ids'
import { products, productVariants } from './catalog'
import { createdAt, id, time, updatedAt } from './columns'
import { orderItems, orders } from './orders'

/** available = on_hand − reserved. Changed only by guarded updates that also write the movement. */
export const inventoryLevels = pgTable(
  'inventory_levels',
  {
    variantId: id<VariantId>('variant_id')
      .primaryKey()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    onHand: integer('on_hand').notNull().default(0),
    reserved: integer().notNull().default(0),
    /**
     * Whether these units are part of the product's sum in `product_stock`: the variant is active and the product's stock is tracked.
     * It stands here, under the lock that every change of units takes, so that a statement that had to wait adds to the sum what counts now.
     */
    isCounted: boolean('is_counted').notNull().default(true),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('inventory_levels_product').on(t.productId),
    check('inventory_levels_sane', sql`${t.onHand} >= 0 and ${t.reserved} >= 0 and ${t.reserved} <= ${t.onHand}`),
  ],
)

export const movementKinds = ['received', 'reserved', 'released', 'sold', 'returned', 'adjusted'] as const
export type MovementKind = (typeof movementKinds)[number]

/** The ledger of stock: on_hand and reserved of a level equal the sums of its deltas. */
export const inventoryMovements = pgTable(
  'inventory_movements',
  {
    id: id<string>().primaryKey(),
    variantId: id<VariantId>('variant_id')
      .notNull()
      .references(() => productVariants.id, { onDelete: 'cascade' }),
    kind: text({ enum: movementKinds }).notNull(),
    onHandDelta: integer('on_hand_delta').notNull(),
    reservedDelta: integer('reserved_delta').notNull(),
    orderId: id<OrderId>('order_id').references(() => orders.id, { onDelete: 'restrict' }),
    reason: text(),
    actor: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('inventory_movements_variant').on(t.variantId, t.createdAt),
    index('inventory_movements_order').on(t.orderId),
    index('inventory_movements_sold').on(t.createdAt).where(sql`${t.kind} in ('sold', 'returned')`),
    check(
      'inventory_movements_deltas',
      sql`case ${t.kind}
        when 'received' then ${t.onHandDelta} > 0 and ${t.reservedDelta} = 0
        when 'returned' then ${t.onHandDelta} > 0 and ${t.reservedDelta} = 0
        when 'reserved' then ${t.onHandDelta} = 0 and ${t.reservedDelta} > 0
        when 'released' then ${t.onHandDelta} = 0 and ${t.reservedDelta} < 0
        when 'sold' then ${t.onHandDelta} < 0 and ${t.onHandDelta} = ${t.reservedDelta}
        when 'adjusted' then ${t.onHandDelta} <> 0 and ${t.reservedDelta} = 0
        else false end`,
    ),
  ],
)

/** Units of a variant held for an order line until it is paid, cancelled or expired. Rows are kept; `open` ones count. */
export const reservations = pgTable(
  'reservations',
  {
    id: id<string>().primaryKey(),
    orderId: id<OrderId>('order_id')
      .notNull()
      .references(() => orders.id, { onDelete: 'cascade' }),
    orderItemId: id<OrderItemId>('order_item_id')
      .notNull()
      .references(() => orderItems.id, { onDelete: 'cascade' }),
    variantId: id<VariantId>('variant_id')
      .notNull()
      .references(() => productVariants.id, { onDelete: 'restrict' }),
    quantity: integer().notNull(),
    status: text({ enum: ['open', 'sold', 'released'] })
      .notNull()
      .default('open'),
    expiresAt: time('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('reservations_order').on(t.orderId),
    index('reservations_open_variant').on(t.variantId).where(sql`${t.status} = 'open'`),
    index('reservations_open_expiry').on(t.expiresAt).where(sql`${t.status} = 'open'`),
    check('reservations_quantity', sql`${t.quantity} > 0`),
  ],
)

/** A product that fell to its threshold. At most one is open per product; restocked it is cleared, and the next crossing opens another (R75). */
export const stockAlerts = pgTable(
  'stock_alerts',
  {
    id: id<string>().primaryKey(),
    productId: id<ProductId>('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** Units that were left when it was raised, and the threshold of that moment. */
    quantity: integer().notNull(),
    threshold: integer().notNull(),
    /** When staff were told of it: several are told together. */
    toldAt: time('told_at'),
    clearedAt: time('cleared_at'),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('stock_alerts_open').on(t.productId).where(sql`${t.clearedAt} is null`),
    index('stock_alerts_product').on(t.productId),
    index('stock_alerts_untold').on(t.createdAt).where(sql`${t.toldAt} is null`),
  ],
)
