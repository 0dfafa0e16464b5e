import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { lockProduct } from '@/lib/catalog/lock-product'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { ProductId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { keepReview, readStanding } from './keep-review'
import type { WriteReview, WrittenReview } from './schemas'

/**
 * A person's review of a product that they bought, once it is on its way; a second one of the same person is an edit of the first, also when both arrive at the
 * same moment. It is shown at once when the shop approves buyers' reviews by itself, otherwise it waits for staff. At most eight statements.
 * @throws unauthenticated, not_found for a product that is not sold, forbidden for whoever has not bought it, or too early
 */
export async function writeReview(ctx: Ctx, input: WriteReview): Promise<WrittenReview> {
  const userId = requireUser(ctx)
  return onceInTransaction(ctx, 'reviews.write', input, async (tx) => {
    const product = await lockProduct(tx, await activeProductId(tx, input))
    // Read under the lock: a rival's review is seen here, and then this is an edit of it.
    const standing = await readStanding(tx, userId, product.id)
    if (!standing.review && standing.buyer !== 'can_write') throw new DomainError('forbidden', { detail: refusals[standing.buyer ?? 'nobody'] })
    const review = await keepReview(tx, ctx, product, { userId, standing, text: input })
    return { ...review, outcome: standing.review ? 'edited' : 'written' }
  })
}

const refusals = {
  not_yet: 'You can review it once it is on its way.',
  nobody: 'Reviews come from people who bought the product here with this account. You can write one once your order is on its way.',
}

async function activeProductId(tx: Tx, { product_id, slug }: WriteReview): Promise<ProductId> {
  const [product] = await tx.execute<{ id: ProductId }>(
    sql`select p.id from products p where ${product_id ? sql`p.id = ${product_id}` : sql`p.slug = ${slug}`} and p.is_active`,
  )
  if (!product) throw new DomainError('not_found', { detail: 'There is no such product, or it is no longer sold.' })
  return product.id
}
