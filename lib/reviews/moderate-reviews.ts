import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ReviewId } from '@/lib/core/ids'
import { idList } from '@/lib/inventory/stock-sql'
import { requireCan } from '@/lib/platform/auth/can'
import { type DecidedReview, decideReview } from './decide-review'
import { decisionChange } from './decision-change'
import { listModerationIds } from './list-moderation'
import type { ModerateReviews, ModerationResult } from './schemas'

const AT_ONCE = 100

/**
 * Approves or rejects many, as one change that is taken back as a whole. What is decided so already, or gone, is named. One transaction of
 * two statements, and nine for each review; its products are locked in one order, so that two of these never wait for each other.
 * @throws unauthenticated, forbidden, invalid_input when nothing matches
 */
export async function moderateReviews(ctx: Ctx, { decision, ids, filters, reason }: ModerateReviews): Promise<ModerationResult> {
  requireCan(ctx, 'reviews.moderate')
  const chosen = [...new Set(ids ?? (filters ? await listModerationIds(ctx, filters, AT_ONCE) : []))]
  if (chosen.length === 0) throw new DomainError('invalid_input', { detail: 'There is no such review any more.' })
  const isApproved = decision === 'approved'
  return await transaction(async (tx) => {
    const found = await inOrderOfProducts(tx, chosen)
    const known = new Set(found.map(({ id }) => id))
    const result: ModerationResult = {
      done: 0,
      refused: chosen.filter((id) => !known.has(id)).map(() => ({ label: 'A review', reason: 'Its author has deleted it.' })),
    }
    const decided: DecidedReview[] = []
    for (const { id, title } of found) {
      const one = await decideReview(tx, ctx, { reviewId: id, isApproved, ...(isApproved ? {} : { reason }) })
      if (one) decided.push(one)
      else result.refused.push({ label: `“${title}”`, reason: `It was ${decision} already.` })
    }
    if (decided.length === 0) return result
    return { ...result, done: decided.length, undo: audited(tx, ctx, decisionChange(decided, { isApproved, reason })) }
  })
}

const inOrderOfProducts = async (tx: Tx, ids: ReviewId[]) => [
  ...(await tx.execute<{ id: ReviewId; title: string }>(sql`
    select r.id, r.title from reviews r where r.id = any(${idList(ids)}) order by r.product_id, r.id`)),
]
