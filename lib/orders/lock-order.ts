import { eq } from 'drizzle-orm'
import { orders } from '@/db/schema/orders'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'

export type LockedOrder = typeof orders.$inferSelect

/**
 * Locks an order: always first, before its payments and before stock levels. `no key update` lets others refer to the order (movements,
 * payments) without waiting. Null when there is none. One statement.
 */
export async function lockOrder(tx: Tx, orderId: OrderId): Promise<LockedOrder | null> {
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('no key update')
  return order ?? null
}

/** The same by the number that people know. */
export async function lockOrderByNumber(tx: Tx, orderNumber: string): Promise<LockedOrder | null> {
  const [order] = await tx.select().from(orders).where(eq(orders.orderNumber, orderNumber)).for('no key update')
  return order ?? null
}
