import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import type { Tx } from '@/db/transaction'
import { type LockedProduct, lockProduct } from '@/lib/catalog/lock-product'
import type { ProductRevision } from '@/lib/catalog/write-schemas'
import { type Ctx, principalOf } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type ReviewId } from '@/lib/core/ids'
import { notify } from '@/lib/notifications/notify'
import { publish } from '@/lib/platform/events/publish'
import { finishReviewChange } from './finish-review-change'
import { type RejectionReason, rejectionReasons } from './rejection-reasons'

type Decision = { reviewId: ReviewId; isApproved: boolean; reason?: RejectionReason }

/** What was decided and how it stood before, so that it can be taken back; `decidedAt` is the review's version from then on. */
export type DecidedReview = {
  product: LockedProduct
  revision: ProductRevision | null
  before: { id: ReviewId; is_approved: boolean; moderated_at: string | null; notice: string }
  decidedAt: string
}

/** A time as a version: exact, and the same in every session. */
const decidedAtText = sql<string | null>`to_char(${reviews.moderatedAt} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * Shows a review in the shop or takes it out, and tells its author, if there is one. Null when it was decided so already. Inside a
 * transaction; whoever decides about several goes by the products' order. At most nine statements. @throws not_found
 */
export async function decideReview(tx: Tx, ctx: Ctx, { reviewId, isApproved, reason }: Decision): Promise<DecidedReview | null> {
  const { productId } = await requireReview(tx, reviewId)
  const product = await lockProduct(tx, productId)
  // Read again: until the lock was had, another may have decided, or the author deleted it.
  const { authorId, wasShown, wasDecidedAt } = await requireReview(tx, reviewId)
  const undecided = isApproved ? eq(reviews.isApproved, false) : or(reviews.isApproved, isNull(reviews.moderatedAt))
  const [turned] = await tx
    .update(reviews)
    .set({ isApproved, moderatedAt: sql`now()`, updatedAt: sql`${reviews.updatedAt}` })
    .where(and(eq(reviews.id, reviewId), undecided))
    .returning({ decidedAt: sql<string>`${decidedAtText}` })
  if (!turned) return null
  const notice = `review:${newId()}`
  if (authorId) await notify(tx, { userId: authorId, kind: 'review', ...wordsFor(product, reviewId, isApproved, reason), key: notice })
  if (!wasShown && !isApproved) publish(tx, { type: 'review.rejected', reviewId, authorId, productId, by: principalOf(ctx.actor) })
  const revision = await finishReviewChange(tx, ctx, product, { reviewId, authorId, wasShown, isShown: isApproved })
  const before = { id: reviewId, is_approved: wasShown, moderated_at: wasDecidedAt, notice }
  return { product, revision, before, decidedAt: turned.decidedAt }
}

const wordsFor = ({ name, slug }: LockedProduct, reviewId: ReviewId, isApproved: boolean, reason?: RejectionReason) =>
  isApproved
    ? { title: `Your review of ${name} is in the shop.`, href: `/p/${slug}/reviews` }
    : {
        title: `Your review of ${name} is not shown in the shop.`,
        body: `${reason ? `${rejectionReasons[reason]} ` : ''}You can change it; then our staff read it again.`,
        href: `/account/reviews/${reviewId}`,
      }

async function requireReview(tx: Tx, id: ReviewId) {
  const review = await findStanding(tx, id)
  if (!review) throw new DomainError('not_found', { detail: 'There is no such review.' })
  return review
}

/** Whose it is and how it stands. One statement. */
export async function findStanding(tx: Tx, id: ReviewId) {
  const [review] = await tx
    .select({ productId: reviews.productId, authorId: reviews.userId, wasShown: reviews.isApproved, wasDecidedAt: decidedAtText })
    .from(reviews)
    .where(eq(reviews.id, id))
  return review ?? null
}
