import type { ProductRevision } from '@/lib/catalog/write-schemas'
import type { Ctx } from '@/lib/core/context'
import type { OneReview } from './schemas'
import { setReviewApproved } from './set-review-approved'

/** Shows a review in the shop and counts it in the rating. Twice is once. @throws unauthenticated, forbidden, not_found */
export const approveReview = (ctx: Ctx, { id }: OneReview): Promise<ProductRevision | null> => setReviewApproved(ctx, id, true)
