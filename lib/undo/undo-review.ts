import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { reviews } from '@/db/schema/reviews'
import type { Tx } from '@/db/transaction'
import { lockProduct } from '@/lib/catalog/lock-product'
import { ReviewId } from '@/lib/core/ids'
import { findStanding } from '@/lib/reviews/decide-review'
import { finishReviewChange } from '@/lib/reviews/finish-review-change'
import { movedOn, requireUnmoved, type UndoHandler } from './handler'

/** In the order in which they were decided: that of their products, which is that of their locks. */
const Before = z.array(z.object({ id: ReviewId, is_approved: z.boolean(), moderated_at: z.string().nullable(), notice: z.string() })).min(1)

/** What was decided about one or many reviews; what their authors were told goes too. */
export const undoReview: UndoHandler = {
  permission: 'reviews.moderate',
  async revert(tx, ctx, entry) {
    const parts = Before.parse(entry.before)
    for (const { id, is_approved: isShown, moderated_at: moderatedAt, notice } of parts) {
      const product = await lockProductOf(tx, id)
      const { authorId, wasShown, wasDecidedAt } = (await findStanding(tx, id)) ?? raise()
      requireUnmoved(wasDecidedAt, entry)
      await tx
        .update(reviews)
        .set({ isApproved: isShown, moderatedAt: sql`${moderatedAt}::timestamptz`, updatedAt: sql`${reviews.updatedAt}` })
        .where(eq(reviews.id, id))
      if (authorId) await tx.execute(sql`delete from notifications where user_id = ${authorId} and key = ${notice}`)
      await finishReviewChange(tx, ctx, product, { reviewId: id, authorId, wasShown, isShown })
    }
    return { before: entry.after, after: parts.map(({ notice: _, ...part }) => part) }
  },
}

async function lockProductOf(tx: Tx, id: ReviewId) {
  const { productId } = (await findStanding(tx, id)) ?? raise()
  return lockProduct(tx, productId)
}

/** Its author has deleted it. */
function raise(): never {
  throw movedOn()
}
