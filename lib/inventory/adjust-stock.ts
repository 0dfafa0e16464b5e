import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { VariantId } from '@/lib/core/ids'
import { stockReasons } from '@/lib/core/stock-reasons'
import { requireCan } from '@/lib/platform/auth/can'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { moveAudited } from './move-audited'
import type { OnHandChange } from './move-on-hand'
import type { AdjustStock, StockAdjusted } from './schemas'
import { idList } from './stock-sql'

/**
 * Changes what is on hand, with a reason, for one variant or for many in one transaction. What is reserved for orders is never touched:
 * of many, those with too few free units are left and say so; a single one is refused. A repeated call under the same key changes once. Three
 * statements, with the events and the log, and two for a key.
 * @throws forbidden, not_found for a variant without stock of its own, conflict when too few units are free
 */
export async function adjustStock(ctx: Ctx, input: AdjustStock): Promise<StockAdjusted> {
  requireCan(ctx, 'inventory.write')
  const { changes, reason, note } = input
  const text = note ? `${stockReasons[reason]}: ${note}` : stockReasons[reason]
  return onceInTransaction(ctx, 'adjust_stock', input, async (tx) => {
    const levels = await lockLevels(tx, [...new Set(changes.map(({ variant_id }) => variant_id))])
    const moves = changes.map(({ variant_id, units }): OnHandChange => {
      const level = levels.get(variant_id)
      if (!level) throw new DomainError('not_found', { detail: 'The stock of this variant is not tracked, so there is nothing to change.' })
      const isGone = reason === 'damaged' || reason === 'lost'
      const delta = reason === 'counted' ? units - level.on_hand : isGone ? -units : units
      return { variantId: variant_id, delta, reason: text }
    })
    const { results, undo } = await moveAudited(tx, ctx, moves, { kind: reason === 'received' ? 'received' : 'adjusted', reason: text })
    const [only] = results
    if (only && results.length === 1 && !only.applied) throw tooFewFree(only.available, levels.get(only.variantId)?.reserved ?? 0)
    return {
      results: results.map(({ variantId, sku, applied, available }) => ({ variant_id: variantId, sku, is_applied: applied, available })),
      undo,
    }
  })
}

type Level = { variant_id: VariantId; on_hand: number; reserved: number }

/** Held until the end, in id order like everywhere: "there are 12" means the same as the difference to what is there now. */
async function lockLevels(tx: Tx, ids: VariantId[]): Promise<Map<VariantId, Level>> {
  const rows = await tx.execute<Level>(sql`
    select l.variant_id, l.on_hand, l.reserved from inventory_levels l join products p on p.id = l.product_id
    where l.variant_id = any(${idList(ids)}) and p.track_inventory order by l.variant_id for update of l`)
  return new Map(rows.map((row) => [row.variant_id, row]))
}

const tooFewFree = (free: number, reserved: number) =>
  new DomainError('conflict', {
    detail: `Only ${free} can be taken away: ${reserved} ${reserved === 1 ? 'is' : 'are'} reserved for orders. Nothing was changed.`,
    extra: { available: free, reserved },
  })
