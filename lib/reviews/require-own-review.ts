import { eq } from 'drizzle-orm'
import { reviews } from '@/db/schema/reviews'
import type { Tx } from '@/db/transaction'
import { type LockedProduct, lockProduct } from '@/lib/catalog/lock-product'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ReviewId, UserId } from '@/lib/core/ids'
import { requireCan, requireUser } from '@/lib/platform/auth/can'
import { readStanding, type Standing } from './keep-review'
import type { ReviewRow } from './my-review'

type OwnReview = { userId: UserId; product: LockedProduct; standing: Standing; review: ReviewRow }

/**
 * The actor's own review with its product, which is held until the end of the transaction. Three statements.
 * @throws unauthenticated, not_found also for somebody else's
 */
export async function requireOwnReview(tx: Tx, ctx: Ctx, id: ReviewId): Promise<OwnReview> {
  const userId = requireUser(ctx)
  const [found] = await tx.select({ productId: reviews.productId, ownerId: reviews.userId }).from(reviews).where(eq(reviews.id, id))
  if (!found) throw noReview()
  requireCan(ctx, 'own.write', found)
  const product = await lockProduct(tx, found.productId)
  const standing = await readStanding(tx, userId, product.id)
  // It was deleted while this waited for the lock, and perhaps written anew since.
  if (standing.review?.id !== id) throw noReview()
  return { userId, product, standing, review: standing.review }
}

const noReview = () => new DomainError('not_found', { detail: 'There is no such review, or it is not yours.' })
