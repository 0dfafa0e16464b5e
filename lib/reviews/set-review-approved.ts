import { and, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import { reviews } from '@/db/schema/catalog'
import { transaction } from '@/db/transaction'
import { finishProductChange } from '@/lib/catalog/finish-product-change'
import { lockProduct } from '@/lib/catalog/lock-product'
import type { ProductRevision } from '@/lib/catalog/write-schemas'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { ReviewId } from '@/lib/core/ids'
import { requireStaff } from '@/lib/platform/auth/require-staff'

export const OneReview = z.strictObject({ review_id: ReviewId })
export type OneReview = z.infer<typeof OneReview>

/** What approving and removing have in common. Null when the review was so already: nothing falls then. @throws forbidden, not_found */
export async function setReviewApproved(ctx: Ctx, reviewId: ReviewId, isApproved: boolean): Promise<ProductRevision | null> {
  requireStaff(ctx)
  return await transaction(async (tx) => {
    const [review] = await tx.select({ productId: reviews.productId }).from(reviews).where(eq(reviews.id, reviewId))
    if (!review) throw new DomainError('not_found', { detail: 'There is no such review.' })
    const product = await lockProduct(tx, review.productId)
    const turned = await tx
      .update(reviews)
      .set({ isApproved })
      .where(and(eq(reviews.id, reviewId), ne(reviews.isApproved, isApproved)))
      .returning({ id: reviews.id })
    if (turned.length === 0) return null
    const type = isApproved ? 'review.approved' : 'review.removed'
    return await finishProductChange(tx, product, (ref) => ({ type, reviewId, ...ref }))
  })
}
