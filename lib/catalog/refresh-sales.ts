import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'

/** One number for "sales are being counted": the sweeps of several instances take turns by staying away. */
const SALES_LOCK = 7_301_946

/**
 * Brings "best selling" up to the movements: products with a sale or a return at or after `since` (all products without it) are
 * counted anew, so a run that is repeated or overlaps changes nothing. A sale itself never rewrites list rows.
 * Returns how many products had changed, or null when another process is counting.
 */
export async function refreshSales(ctx: Ctx, { since }: { since?: Date } = {}): Promise<{ changed: number } | null> {
  requireCan(ctx, 'catalog.write')
  return await transaction(
    async (tx) => {
      const [lock] = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${SALES_LOCK}) as free`)
      if (!lock?.free) return null
      const changed = await tx.execute<{ product_id: string }>(sql`
        with touched as materialized (
          select distinct v.product_id from inventory_movements m join product_variants v on v.id = m.variant_id
          where m.kind in ('sold', 'returned') and m.created_at >= ${(since ?? new Date(0)).toISOString()}::timestamptz
        ), counted as materialized (
          select t.product_id, greatest(-sum(m.on_hand_delta), 0)::int as sold
          from touched t join product_variants v on v.product_id = t.product_id
          join inventory_movements m on m.variant_id = v.id and m.kind in ('sold', 'returned')
          group by t.product_id
        ), copies as (
          update category_products c set sold = n.sold from counted n where c.product_id = n.product_id and c.sold <> n.sold
        )
        insert into product_sales (product_id, sold) select product_id, sold from counted
        on conflict (product_id) do update set sold = excluded.sold where product_sales.sold <> excluded.sold
        returning product_id`)
      return { changed: changed.length }
    },
    { statementTimeoutMs: 120_000 },
  )
}
