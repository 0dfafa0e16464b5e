import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { ProductRevision } from '@/lib/catalog/write-schemas'
import type { Ctx } from '@/lib/core/context'
import type { ReviewId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { decideReview } from './decide-review'
import { decisionChange } from './decision-change'

/**
 * What approving and rejecting have in common. Null when no page changed by it: it was decided so already, or a waiting review is rejected.
 * The author is told, if there is one. At most nine statements.
 * @throws unauthenticated, forbidden, not_found
 */
export async function setReviewApproved(ctx: Ctx, reviewId: ReviewId, isApproved: boolean): Promise<ProductRevision | null> {
  requireCan(ctx, 'reviews.moderate')
  return await transaction(async (tx) => {
    const decided = await decideReview(tx, ctx, { reviewId, isApproved })
    if (!decided) return null
    audited(tx, ctx, decisionChange([decided], { isApproved }))
    return decided.revision
  })
}
