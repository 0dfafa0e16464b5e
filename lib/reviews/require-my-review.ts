import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { myReview, type ProductRow, productColumns, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import type { MyReview, OneReview } from './schemas'

/** One's own review. One statement. @throws unauthenticated, not_found also for somebody else's */
export async function requireMyReview(ctx: Ctx, { id }: OneReview): Promise<MyReview> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<ReviewRow & ProductRow>(sql`
    select ${reviewColumns}, ${productColumns} from reviews r join products p on p.id = r.product_id
    where r.id = ${id} and r.user_id = ${userId}`)
  if (!row) throw new DomainError('not_found', { detail: 'There is no such review, or it is not yours.' })
  return myReview(row, reviewedProduct(row))
}
