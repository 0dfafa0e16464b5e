import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { buyerStanding } from './buyer-standing'
import { myReview, type ProductRow, productColumns, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import type { BuyerStanding, ReviewState } from './schemas'

/** What the actor may do about a product: what their orders say, and their review of it. One statement. @throws unauthenticated, not_found */
export async function requireReviewState(ctx: Ctx, { slug }: { slug: string }): Promise<ReviewState> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<ProductRow & { buyer: BuyerStanding; review: ReviewRow | null }>(sql`
    select ${productColumns}, ${buyerStanding(userId, sql`p.id`)} as buyer,
      (select to_json(r) from (select ${reviewColumns} from reviews r where r.product_id = p.id and r.user_id = ${userId}) r) as review
    from products p where p.slug = ${slug} and p.is_active`)
  if (!row) throw new DomainError('not_found', { detail: 'There is no such product, or it is no longer sold.' })
  const product = reviewedProduct(row)
  return { product, buyer: row.buyer, review: row.review && myReview(row.review, product) }
}
