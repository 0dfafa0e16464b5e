import type { ProductRevision } from '@/lib/catalog/write-schemas'
import type { Ctx } from '@/lib/core/context'
import { type OneReview, setReviewApproved } from './set-review-approved'

/** Takes a review out of the shop and out of the rating; staff can still read it. Twice is once. @throws forbidden, not_found */
export const removeReview = (ctx: Ctx, { review_id }: OneReview): Promise<ProductRevision | null> => setReviewApproved(ctx, review_id, false)
