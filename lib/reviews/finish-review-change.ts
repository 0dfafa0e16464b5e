import type { Tx } from '@/db/transaction'
import { finishProductChange } from '@/lib/catalog/finish-product-change'
import type { LockedProduct } from '@/lib/catalog/lock-product'
import type { ProductRevision } from '@/lib/catalog/write-schemas'
import { type Ctx, principalOf } from '@/lib/core/context'
import type { ReviewId, UserId } from '@/lib/core/ids'

type Change = { reviewId: ReviewId; authorId: UserId | null; wasShown: boolean; isShown: boolean }

/**
 * The end of every change to a review of a locked product. What was and is not shown touches neither the rating nor a page: null then.
 * Four statements otherwise.
 */
export async function finishReviewChange(tx: Tx, { actor }: Ctx, product: LockedProduct, change: Change): Promise<ProductRevision | null> {
  const { reviewId, authorId, wasShown, isShown } = change
  if (!wasShown && !isShown) return null
  const type = wasShown && isShown ? 'review.changed' : isShown ? 'review.approved' : 'review.removed'
  return await finishProductChange(tx, product, (ref) => ({ type, reviewId, authorId, by: principalOf(actor), ...ref }))
}
