import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { keepReview } from './keep-review'
import { isoTime, myReview, reviewedProduct } from './my-review'
import { requireOwnReview } from './require-own-review'
import type { EditReview, MyReview } from './schemas'

/**
 * Changes one's own review. One that is shown stays shown when the shop approves buyers' reviews by itself; otherwise it waits for staff
 * again. At most eight statements.
 * @throws unauthenticated, not_found also for somebody else's, stale when it was changed since `updated_at`
 */
export async function editReview(ctx: Ctx, { id, updated_at, ...changes }: EditReview): Promise<MyReview> {
  return transaction(async (tx) => {
    const { userId, product, standing, review } = await requireOwnReview(tx, ctx, id)
    if (updated_at !== undefined && isoTime(updated_at) !== isoTime(review.updated_at)) {
      const current = myReview(review, reviewedProduct({ ...product, product_id: product.id, is_active: product.isActive }))
      throw new DomainError('stale', {
        detail: 'You changed this review elsewhere in the meantime. Look at it again before you save.',
        extra: { current },
      })
    }
    const { rating = review.rating, title = review.title, body = review.body } = changes
    return keepReview(tx, ctx, product, { userId, standing, text: { rating, title, body } })
  })
}
