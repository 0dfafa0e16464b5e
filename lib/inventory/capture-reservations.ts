import { sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import type { OrderId, OrderItemId, VariantId } from '@/lib/core/ids'
import { newRowId } from './stock-sql'

/** A line whose units were given back in the meantime and are held no more. */
export type LostLine = { orderItemId: OrderItemId; variantId: VariantId; quantity: number }

/**
 * What was reserved for the order is sold: it leaves the shelf. Available units do not change, so no page falls. The order is locked by
 * the caller. Returns the lines that are no longer held. One statement; doing it again does nothing.
 */
export async function captureReservations(tx: Tx, orderId: OrderId, actor: string): Promise<LostLine[]> {
  const [row] = await capture(tx, { orderId, actor })
  return row?.lost ?? []
}

const capture = statement<{ lost: LostLine[] | null }, { orderId: OrderId; actor: string }>(
  ({ orderId, actor }) => sql`
    with locked as (
      select l.variant_id from inventory_levels l
      where l.variant_id in (select r.variant_id from reservations r where r.order_id = ${orderId} and r.status = 'open')
      order by l.variant_id for update of l
    ), captured as (
      update reservations r set status = 'sold' from locked k
      where r.variant_id = k.variant_id and r.order_id = ${orderId} and r.status = 'open'
      returning r.order_item_id, r.variant_id, r.quantity
    ), taken as materialized (
      select variant_id, sum(quantity)::int as quantity from captured group by variant_id
    ), moved as (
      update inventory_levels l set on_hand = l.on_hand - t.quantity, reserved = l.reserved - t.quantity, updated_at = now() from taken t
      where l.variant_id = t.variant_id
    ), ledger as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, actor)
      select ${newRowId}, variant_id, 'sold', -quantity, -quantity, ${orderId}::uuid, ${actor} from taken
    )
    select json_agg(json_build_object('orderItemId', h.order_item_id, 'variantId', h.variant_id, 'quantity', h.quantity)) as lost
    from (select distinct order_item_id, variant_id, quantity from reservations where order_id = ${orderId} and status in ('open', 'released')) h
    where not exists (select from captured c where c.order_item_id = h.order_item_id)
      and not exists (select from reservations s where s.order_id = ${orderId} and s.order_item_id = h.order_item_id and s.status = 'sold')`,
)
