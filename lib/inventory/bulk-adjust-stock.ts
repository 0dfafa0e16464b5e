import { transaction } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { moveOnHand, type OnHandChange, type OnHandResult } from './move-on-hand'

/**
 * Corrects what is on hand for many variants at once, after a count or a delivery (R71). Each row says whether it could be applied: a
 * correction never goes below what is reserved. One transaction, two statements with the events. @throws forbidden
 */
export async function bulkAdjustStock(ctx: Ctx, changes: OnHandChange[]): Promise<OnHandResult[]> {
  requireCan(ctx, 'inventory.write')
  return transaction((tx) => moveOnHand(tx, changes, { kind: 'adjusted', actor: principalOf(ctx.actor) }))
}
