import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { moveAudited } from './move-audited'
import type { OnHandChange, OnHandResult } from './move-on-hand'

/**
 * Corrects what is on hand for many variants at once, after a count or a delivery (R71). Each row says whether it could be applied: a
 * correction never goes below what is reserved. One transaction: one statement, the events and the log. @throws forbidden
 */
export async function bulkAdjustStock(ctx: Ctx, changes: OnHandChange[]): Promise<OnHandResult[]> {
  requireCan(ctx, 'inventory.write')
  const { results } = await transaction((tx) => moveAudited(tx, ctx, changes, { kind: 'adjusted', reason: changes[0]?.reason ?? '' }))
  return results
}
