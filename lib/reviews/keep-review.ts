import { sql } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import type { Tx } from '@/db/transaction'
import type { LockedProduct } from '@/lib/catalog/lock-product'
import type { Ctx } from '@/lib/core/context'
import { newId, type ProductId, type UserId } from '@/lib/core/ids'
import { authorNameOf } from './author-name'
import { buyerStanding } from './buyer-standing'
import { finishReviewChange } from './finish-review-change'
import { myReview, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import type { BuyerStanding, MyReview } from './schemas'

/** What decides about a person's review of a product. */
export type Standing = { name: string; approves_buyers_reviews: boolean; buyer: BuyerStanding; review: ReviewRow | null }

/** Only under the product's lock: two readings without it could both find that there is none. One statement. */
export async function readStanding(tx: Tx, userId: UserId, productId: ProductId): Promise<Standing> {
  const [row] = await tx.execute<Standing>(sql`
    select u.name, s.approves_buyers_reviews, ${buyerStanding(userId, sql`${productId}`)} as buyer,
      (select to_json(r) from (
        select ${reviewColumns} from reviews r where r.product_id = ${productId} and r.user_id = u.id) r) as review
    from users u cross join settings s where u.id = ${userId}`)
  if (!row) throw new Error(`There is no user ${userId}, or no settings row`)
  return row
}

type Kept = { userId: UserId; standing: Standing; text: { rating: number; title: string; body: string } }

/**
 * Writes a person's review of a locked product, or writes it anew. What staff once decided about, and what still waits for them, is never
 * shown by itself: otherwise an edit would undo their decision. One statement; up to four more when a shown review changes.
 */
export async function keepReview(tx: Tx, ctx: Ctx, product: LockedProduct, { userId, standing, text }: Kept): Promise<MyReview> {
  const before = standing.review
  const isVerifiedBuyer = standing.buyer === 'can_write' || before?.is_verified_buyer === true
  const isApproved = standing.approves_buyers_reviews && isVerifiedBuyer && before?.is_approved !== false
  const { rating, title, body } = text
  const authorName = authorNameOf(standing.name)
  const values = { rating, title, body, authorName, isVerifiedBuyer, isApproved, moderatedAt: null }
  const [row] = await tx
    .insert(reviews)
    .values({ id: newId(), productId: product.id, userId, ...values })
    .onConflictDoUpdate({ target: [reviews.productId, reviews.userId], set: { ...values, updatedAt: new Date() } })
    .returning()
  if (!row) throw new Error('The review was not written')
  await finishReviewChange(tx, ctx, product, { reviewId: row.id, authorId: userId, wasShown: before?.is_approved === true, isShown: isApproved })
  const kept: ReviewRow = {
    ...{ id: row.id, rating, title, body, author_name: authorName, is_approved: isApproved, is_verified_buyer: isVerifiedBuyer },
    ...{ moderated_at: null, created_at: row.createdAt, updated_at: row.updatedAt },
  }
  return myReview(kept, reviewedProduct({ ...product, product_id: product.id, is_active: product.isActive }))
}
