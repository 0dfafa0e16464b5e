import type { Tx } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import { type Ctx, principalOf } from '@/lib/core/context'
import { type AuditId, newId } from '@/lib/core/ids'
import { moveOnHand, type OnHandCause, type OnHandChange, type OnHandResult } from './move-on-hand'

/**
 * Adds to or takes from what is on hand as somebody of the staff, and writes down what really moved, in one row however many variants. The
 * version is a constant: an adjustment is taken back by the opposite movement, whatever happened to the level since. Two statements.
 */
export async function moveAudited(
  tx: Tx,
  ctx: Ctx,
  changes: OnHandChange[],
  { kind, reason }: { kind: OnHandCause['kind']; reason: string },
): Promise<{ results: OnHandResult[]; undo: AuditId | null }> {
  const results = await moveOnHand(tx, changes, { kind, actor: principalOf(ctx.actor) })
  const moved = results.filter(({ delta }) => delta !== 0)
  const [first] = moved
  if (!first) return { results, undo: null }
  const subject =
    moved.length === 1
      ? { type: 'variant', id: first.variantId, label: first.sku }
      : { type: 'variants', id: newId(), label: `${moved.length} variants` }
  const undo = audited(tx, ctx, {
    action: 'stock.adjusted',
    subject,
    before: moved.map(({ variantId, sku, available, delta }) => ({ variant_id: variantId, sku, available: available - delta })),
    after: moved.map(({ variantId, sku, available, delta }) => ({ variant_id: variantId, sku, available, delta, reason })),
    version: 1,
  })
  return { results, undo }
}
