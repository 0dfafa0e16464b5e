import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ProductId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import type { SetThreshold, ThresholdSet } from './schemas'

/** Says from how many units on a product counts as low. Two statements, with the events and the log. @throws forbidden, not_found */
export async function setThreshold(ctx: Ctx, { product_id: id, low_stock_threshold: after }: SetThreshold): Promise<ThresholdSet> {
  requireCan(ctx, 'inventory.write')
  return transaction(async (tx) => {
    const { name, threshold: before } = await lockThreshold(tx, id)
    if (before === after) return { low_stock_threshold: after, undo: null }
    await writeThreshold(tx, id, after)
    const undo = audited(tx, ctx, {
      action: 'product.threshold_changed',
      subject: { type: 'product', id, label: name },
      before: { low_stock_threshold: before },
      after: { low_stock_threshold: after },
      version: after,
    })
    return { low_stock_threshold: after, undo }
  })
}

/** @throws not_found */
export async function lockThreshold(tx: Tx, id: ProductId): Promise<{ name: string; threshold: number }> {
  const [row] = await tx.execute<{ name: string; threshold: number }>(
    sql`select name, low_stock_threshold as threshold from products where id = ${id} for no key update`,
  )
  if (!row) throw new DomainError('not_found', { detail: 'There is no such product.' })
  return row
}

/** What crosses its threshold by this is told like what is sold down to it (R75). No page shows it, so none falls. */
export async function writeThreshold(tx: Tx, id: ProductId, threshold: number): Promise<void> {
  const [row] = await tx.execute<{ was_low: boolean; is_low: boolean }>(sql`
    update products p set low_stock_threshold = ${threshold}, updated_at = now()
    from product_stock s, products b where p.id = ${id} and s.product_id = p.id and b.id = p.id
    returning s.is_active and p.track_inventory and s.quantity <= b.low_stock_threshold as was_low,
      s.is_active and p.track_inventory and s.quantity <= ${threshold}::int as is_low`)
  if (row && row.was_low !== row.is_low) publish(tx, { type: row.is_low ? 'stock.low' : 'stock.restocked', productId: id })
}
