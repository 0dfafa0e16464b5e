import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import { type Tx, transaction } from '@/db/transaction'
import { type LockedProduct, lockProduct } from '@/lib/catalog/lock-product'
import type { ProductRevision } from '@/lib/catalog/write-schemas'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type ReviewId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { finishReviewChange } from './finish-review-change'

/**
 * What approving and rejecting have in common. Null when no page changed by it: it was decided so already, or a waiting review is rejected.
 * The author is told, if there is one. At most nine statements.
 * @throws unauthenticated, forbidden, not_found
 */
export async function setReviewApproved(ctx: Ctx, reviewId: ReviewId, isApproved: boolean): Promise<ProductRevision | null> {
  requireCan(ctx, 'reviews.moderate')
  return await transaction(async (tx) => {
    const { productId } = await requireReview(tx, reviewId)
    const product = await lockProduct(tx, productId)
    // Read again: until the lock was had, another may have decided, or the author deleted it.
    const { authorId, wasShown } = await requireReview(tx, reviewId)
    const undecided = isApproved ? eq(reviews.isApproved, false) : or(reviews.isApproved, isNull(reviews.moderatedAt))
    const turned = await tx
      .update(reviews)
      .set({ isApproved, moderatedAt: sql`now()`, updatedAt: sql`${reviews.updatedAt}` })
      .where(and(eq(reviews.id, reviewId), undecided))
      .returning({ id: reviews.id })
    if (turned.length === 0) return null
    if (authorId) await notify(tx, { userId: authorId, kind: 'review', ...wordsFor(product, reviewId, isApproved), key: `review:${newId()}` })
    if (!wasShown && !isApproved) publish(tx, { type: 'review.rejected', reviewId, authorId, productId, by: principalOf(ctx.actor) })
    return await finishReviewChange(tx, ctx, product, { reviewId, authorId, wasShown, isShown: isApproved })
  })
}

const wordsFor = ({ name, slug }: LockedProduct, reviewId: ReviewId, isApproved: boolean) =>
  isApproved
    ? { title: `Your review of ${name} is in the shop.`, href: `/p/${slug}/reviews` }
    : {
        title: `Your review of ${name} is not shown in the shop.`,
        body: 'You can change it; then our staff read it again.',
        href: `/account/reviews/${reviewId}`,
      }

async function requireReview(tx: Tx, id: ReviewId) {
  const [review] = await tx
    .select({ productId: reviews.productId, authorId: reviews.userId, wasShown: reviews.isApproved })
    .from(reviews)
    .where(eq(reviews.id, id))
  if (!review) throw new DomainError('not_found', { detail: 'There is no such review.' })
  return review
}
