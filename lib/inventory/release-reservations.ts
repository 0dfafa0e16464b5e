import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { OrderId } from '@/lib/core/ids'
import { bandChangesJson, idList, newRowId, productStockCtes, publishBandChanges, type StockChange } from './stock-sql'

/**
 * Gives back what is still held for these orders: open reservations become released. The orders are locked by the caller. One statement,
 * whatever the number of orders and lines; doing it again does nothing.
 */
export async function releaseReservations(tx: Tx, orderIds: OrderId[], { reason, actor }: { reason: string; actor: string }): Promise<void> {
  const [row] = await tx.execute<{ bands: StockChange[] | null }>(sql`
    with locked as (
      select l.variant_id from inventory_levels l
      where l.variant_id in (select r.variant_id from reservations r where r.order_id = any(${idList(orderIds)}) and r.status = 'open')
      order by l.variant_id for update of l
    ), released as (
      update reservations r set status = 'released' from locked k
      where r.variant_id = k.variant_id and r.order_id = any(${idList(orderIds)}) and r.status = 'open'
      returning r.variant_id, r.order_id, r.quantity
    ), given_back as materialized (
      select variant_id, sum(quantity)::int as quantity from released group by variant_id
    ), moved as (
      update inventory_levels l set reserved = l.reserved - b.quantity, updated_at = now() from given_back b
      where l.variant_id = b.variant_id
      returning l.variant_id, l.product_id, b.quantity as delta, l.on_hand - l.reserved as available, l.is_counted
    ), ${productStockCtes}, ledger as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, reason, actor)
      select ${newRowId}, variant_id, 'released', 0, -sum(quantity)::int, order_id, ${reason}, ${actor} from released group by variant_id, order_id
    )
    select ${bandChangesJson} as bands`)
  publishBandChanges(tx, row?.bands ?? null)
}
