import { eq } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { finishReviewChange } from './finish-review-change'
import { requireOwnReview } from './require-own-review'
import type { DeletedReview, OneReview } from './schemas'

/**
 * Deletes one's own review, and takes it out of the rating. One that staff have not approved stays while a new one would be shown by
 * itself: deleting and writing again would get around them. Nobody else sees it meanwhile. At most eight statements.
 * @throws unauthenticated, not_found also for somebody else's, conflict
 */
export async function deleteOwnReview(ctx: Ctx, { id }: OneReview): Promise<DeletedReview> {
  return transaction(async (tx) => {
    const { userId, product, standing, review } = await requireOwnReview(tx, ctx, id)
    if (!review.is_approved && standing.approves_buyers_reviews) {
      throw new DomainError('conflict', {
        detail: 'This review is with our staff and nobody else sees it. You can change it, but not delete it before they show it.',
      })
    }
    await tx.delete(reviews).where(eq(reviews.id, id))
    await finishReviewChange(tx, ctx, product, { reviewId: id, authorId: userId, wasShown: review.is_approved, isShown: false })
    return { id, product_slug: product.slug }
  })
}
