import type { ProductRevision } from '@/lib/catalog/write-schemas'
import type { Ctx } from '@/lib/core/context'
import type { OneReview } from './schemas'
import { setReviewApproved } from './set-review-approved'

/**
 * Takes a review out of the shop and out of the rating, or does not let it in; its author can rewrite it, and then it waits again.
 * Twice is once. @throws unauthenticated, forbidden, not_found
 */
export const rejectReview = (ctx: Ctx, { id }: OneReview): Promise<ProductRevision | null> => setReviewApproved(ctx, id, false)
