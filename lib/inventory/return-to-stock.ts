import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId, VariantId } from '@/lib/core/ids'
import { moveOnHand } from './move-on-hand'

/**
 * Puts what was sold with an order back on the shelf, grouped per variant (R87), less what was put back before, with a refund. The caller holds the order's lock and sees by its state
 * that this happens once. Two statements.
 */
export async function returnToStock(tx: Tx, orderId: OrderId, { reason, actor }: { reason: string; actor: string }): Promise<void> {
  const sold = await tx.execute<{ variant_id: VariantId; quantity: number }>(sql`
    select s.variant_id, s.quantity from (
      select r.variant_id, (sum(r.quantity) - coalesce((select sum(m.on_hand_delta) from inventory_movements m
        where m.order_id = ${orderId} and m.variant_id = r.variant_id and m.kind = 'returned'), 0))::int as quantity
      from reservations r where r.order_id = ${orderId} and r.status = 'sold' group by r.variant_id
    ) s where s.quantity > 0`)
  const changes = sold.map((row) => ({ variantId: row.variant_id, delta: row.quantity, reason }))
  await moveOnHand(tx, changes, { kind: 'returned', actor, orderId })
}
