import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId, OrderItemId } from '@/lib/core/ids'

/** On `order_items i`: units that were refunded before they had left. They stay in the shop. */
const unsentRefunded: SQL = sql`coalesce((select sum(ri.unsent) from refund_items ri where ri.order_item_id = i.id), 0)`

/** On `order_items i`: what is in no parcel yet and was not refunded instead. */
export const toSend: SQL = sql`(i.quantity - coalesce((select sum(f.quantity) from fulfilment_items f where f.order_item_id = i.id), 0) - ${unsentRefunded})::int`

/** What of each line is still to be sent, in the lines' order. One statement. */
export async function readUnitsToSend(tx: Tx, orderId: OrderId): Promise<Map<OrderItemId, number>> {
  const rows = await tx.execute<{ id: OrderItemId; left: number }>(
    sql`select i.id, ${toSend} as left from order_items i where i.order_id = ${orderId} order by i.position`,
  )
  return new Map(rows.map(({ id, left }) => [id, left]))
}
