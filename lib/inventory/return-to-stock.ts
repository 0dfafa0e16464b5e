import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId, VariantId } from '@/lib/core/ids'
import { moveOnHand } from './move-on-hand'

/**
 * Puts what was sold with an order back on the shelf, grouped per variant (R87). The caller holds the order's lock and sees by its state
 * that this happens once. Two statements.
 */
export async function returnToStock(tx: Tx, orderId: OrderId, { reason, actor }: { reason: string; actor: string }): Promise<void> {
  const sold = await tx.execute<{ variant_id: VariantId; quantity: number }>(sql`
    select variant_id, sum(quantity)::int as quantity from reservations where order_id = ${orderId} and status = 'sold' group by variant_id`)
  const changes = sold.map((row) => ({ variantId: row.variant_id, delta: row.quantity, reason }))
  await moveOnHand(tx, changes, { kind: 'returned', actor, orderId })
}
