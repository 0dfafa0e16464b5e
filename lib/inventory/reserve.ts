import { sql } from 'drizzle-orm'
import { statement } from '@/db/statement'
import type { Tx } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import type { OrderId, OrderItemId, VariantId } from '@/lib/core/ids'
import { bandChangesJson, newRowId, productStockCtes, publishBandChanges, type StockChange } from './stock-sql'

type ReservationLine = { orderItemId: OrderItemId; variantId: VariantId; quantity: number }
export type Reserve = { orderId: OrderId; lines: ReservationLine[]; expiresAt: Date; actor: string }

/** What could not be had: `available` is what is left of the variant. */
export type Shortage = { variant_id: VariantId; requested: number; available: number }

/**
 * Holds the units of an order's lines until `expiresAt`, or nothing at all. Lines are summed per variant and locked in id order; expired
 * reservations of these variants are freed first, except of orders that are being paid or cancelled at this moment: their lock comes before
 * the level's, so waiting for it here could deadlock. Pass tracked lines only. One statement, whatever the number of lines.
 * @throws out_of_stock with `extra.lines`, one `Shortage` for each variant that is short or withdrawn.
 */
export async function reserve(tx: Tx, { orderId, lines, expiresAt, actor }: Reserve): Promise<void> {
  if (lines.length === 0) return
  const given = JSON.stringify(lines.map((line) => ({ order_item_id: line.orderItemId, variant_id: line.variantId, quantity: line.quantity })))
  const [row] = await hold(tx, { given, orderId, expiresAt: expiresAt.toISOString(), actor })
  if (row?.shortages) throw shortageOf(row.shortages)
  publishBandChanges(tx, row?.bands ?? null)
}

type Held = { shortages: Shortage[] | null; bands: StockChange[] | null }

const hold = statement<Held, { given: string; orderId: OrderId; expiresAt: string; actor: string }>(
  ({ given, orderId, expiresAt, actor }) => sql`
    with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as g (order_item_id uuid, variant_id uuid, quantity int)
    ), wanted as (
      select variant_id, sum(quantity)::int as quantity from given group by variant_id
    ), locked as (
      select l.variant_id, l.on_hand - l.reserved as available, l.is_counted from inventory_levels l
      where l.variant_id in (select variant_id from given) order by l.variant_id for update
    ), stale as materialized (
      select r.id from reservations r join locked k on k.variant_id = r.variant_id join orders o on o.id = r.order_id
      where r.status = 'open' and r.expires_at <= now() for share of o skip locked
    ), freed as (
      update reservations r set status = 'released' from stale s where r.id = s.id and r.status = 'open'
      returning r.variant_id, r.order_id, r.quantity
    ), needed as materialized (
      select w.variant_id, w.quantity, coalesce(k.available, 0) as available,
        coalesce((select sum(f.quantity) from freed f where f.variant_id = w.variant_id), 0)::int as freed,
        v.is_active and p.is_active and k.is_counted as is_active
      from wanted w left join locked k on k.variant_id = w.variant_id
      join product_variants v on v.id = w.variant_id join products p on p.id = v.product_id
    ), moved as (
      update inventory_levels l set reserved = l.reserved + n.quantity - n.freed, updated_at = now() from needed n
      where l.variant_id = n.variant_id and n.is_active and l.on_hand - l.reserved + n.freed >= n.quantity
      returning l.variant_id, l.product_id, n.freed - n.quantity as delta, l.on_hand - l.reserved as available, l.is_counted
    ), ${productStockCtes}, held as (
      insert into reservations (id, order_id, order_item_id, variant_id, quantity, expires_at)
      select ${newRowId}, ${orderId}::uuid, g.order_item_id, g.variant_id, g.quantity, ${expiresAt}::timestamptz
      from given g join moved m on m.variant_id = g.variant_id
    ), ledger as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, reason, actor)
      select ${newRowId}, f.variant_id, 'released', 0, -f.quantity, f.order_id, 'expired', 'system:reserve' from freed f
      union all
      select ${newRowId}, n.variant_id, 'reserved', 0, n.quantity, ${orderId}::uuid, null, ${actor}
      from needed n join moved m on m.variant_id = n.variant_id
    )
    select ${bandChangesJson} as bands, (
      select json_agg(json_build_object('variant_id', n.variant_id, 'requested', n.quantity,
        'available', case when n.is_active then n.available + n.freed else 0 end) order by n.variant_id)
      from needed n left join moved m on m.variant_id = n.variant_id where m.variant_id is null) as shortages`,
)

const shortageOf = (lines: Shortage[]) =>
  new DomainError('out_of_stock', { detail: 'Some items are no longer available in the quantity you chose.', extra: { lines } })
