import { and, asc, eq } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import type { Tx } from '@/db/transaction'
import { lockProduct } from '@/lib/catalog/lock-product'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { FORMER_CUSTOMER } from './author-name'
import { finishReviewChange } from './finish-review-change'

/**
 * Part of erasing a person: what is shown of their reviews stays, without a name and without the way back to them; what is not shown goes.
 * The pages that carried the name fall. Two statements, and six for each review that is shown. Returns how many those are.
 */
export async function anonymiseReviews(tx: Tx, ctx: Ctx, userId: UserId): Promise<number> {
  await tx.delete(reviews).where(and(eq(reviews.userId, userId), eq(reviews.isApproved, false)))
  // By product, as every writer locks several.
  const shown = await tx
    .select({ id: reviews.id, productId: reviews.productId })
    .from(reviews)
    .where(eq(reviews.userId, userId))
    .orderBy(asc(reviews.productId))
  for (const { id, productId } of shown) {
    const product = await lockProduct(tx, productId)
    await tx.update(reviews).set({ userId: null, authorName: FORMER_CUSTOMER }).where(eq(reviews.id, id))
    await finishReviewChange(tx, ctx, product, { reviewId: id, authorId: null, wasShown: true, isShown: true })
  }
  return shown.length
}
