import { sql } from 'drizzle-orm'
import type { MovementKind } from '@/db/schema/inventory'
import type { Tx } from '@/db/transaction'
import type { OrderId, ProductId, VariantId } from '@/lib/core/ids'
import { bandChangesJson, idList, newRowId, productStockCtes, publishBandChanges, type StockChange } from './stock-sql'

export type OnHandChange = { variantId: VariantId; delta: number; reason?: string | null }
export type OnHandCause = { kind: Extract<MovementKind, 'received' | 'returned' | 'adjusted'>; actor: string; orderId?: OrderId }

/** What became of one variant: `applied` is false when fewer units were free than had to go, or when it may not be sold; `delta` is then 0. */
export type OnHandResult = { variantId: VariantId; productId: ProductId; sku: string; applied: boolean; delta: number; available: number }

/**
 * Adds to or takes from what is on hand, guarded so that reserved units are never touched. Changes are summed per variant and locked in id
 * order. Variants without a level (untracked) are not in the result. `onlyActive` refuses withdrawn variants and products.
 * One statement, whatever the number of variants. It does not throw when a guard fails; look at `applied`.
 */
export async function moveOnHand(
  tx: Tx,
  changes: OnHandChange[],
  { kind, actor, orderId }: OnHandCause,
  onlyActive = false,
): Promise<OnHandResult[]> {
  if (changes.length === 0) return []
  const given = JSON.stringify(changes.map(({ variantId, delta, reason }) => ({ variant_id: variantId, delta, reason: reason ?? null })))
  const [row] = await tx.execute<{ results: OnHandResult[] | null; bands: StockChange[] | null }>(sql`
    with given as (
      select g.variant_id, sum(g.delta)::int as delta, max(g.reason) as reason
      from jsonb_to_recordset(${given}::jsonb) as g (variant_id uuid, delta int, reason text) group by g.variant_id
    ), locked as (
      select l.variant_id, l.product_id, l.on_hand - l.reserved as available, l.is_counted,
        (select v.sku from product_variants v where v.id = l.variant_id) as sku from inventory_levels l
      where l.variant_id = any(${idList(changes.map((change) => change.variantId))}) order by l.variant_id for update
    ), allowed as materialized (
      select k.variant_id, k.product_id, k.available, g.delta, g.reason from locked k join given g on g.variant_id = k.variant_id
      join product_variants v on v.id = k.variant_id join products p on p.id = v.product_id
      where p.track_inventory and (not ${onlyActive}::boolean or (v.is_active and p.is_active and k.is_counted))
    ), moved as (
      update inventory_levels l set on_hand = l.on_hand + a.delta, updated_at = now() from allowed a
      where l.variant_id = a.variant_id and a.delta <> 0 and l.on_hand - l.reserved + a.delta >= 0
      returning l.variant_id, l.product_id, a.delta, l.on_hand - l.reserved as available, l.is_counted
    ), ${productStockCtes}, ledger as (
      insert into inventory_movements (id, variant_id, kind, on_hand_delta, reserved_delta, order_id, reason, actor)
      select ${newRowId}, a.variant_id, ${kind}, a.delta, 0, ${orderId ?? null}::uuid, a.reason, ${actor}
      from allowed a join moved m on m.variant_id = a.variant_id
    )
    select ${bandChangesJson} as bands, (
      select json_agg(json_build_object('variantId', k.variant_id, 'productId', k.product_id, 'sku', k.sku, 'delta', coalesce(m.delta, 0),
        'applied', m.variant_id is not null or (a.variant_id is not null and a.delta = 0),
        'available', k.available + coalesce(m.delta, 0)) order by k.variant_id)
      from locked k left join allowed a on a.variant_id = k.variant_id left join moved m on m.variant_id = k.variant_id) as results`)
  publishBandChanges(tx, row?.bands ?? null)
  return row?.results ?? []
}
