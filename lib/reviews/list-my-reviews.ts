import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import { isOnItsWay } from './buyer-standing'
import { isoTime, myReview, type ProductRow, productColumns, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import { cursorOf, placeOf, readingOf } from './review-order'
import type { ListMyReviews, MyReviews } from './schemas'

const SCOPE = 'my-reviews'

/** So many of the last orders are looked through for what waits for a review. */
const ORDERS_LOOKED_AT = 200
const SHOWN_TO_REVIEW = 20

/**
 * The actor's reviews, the newest first, and what is on its way to them or with them and has no review. Two statements.
 * @throws unauthenticated, invalid_input for a cursor of another list
 */
export async function listMyReviews(ctx: Ctx, { cursor: text, page_size: size }: ListMyReviews): Promise<MyReviews> {
  const userId = requireUser(ctx)
  const cursor = cursorOf(SCOPE, text)
  const { by, after } = readingOf('newest', cursor)
  const [read, toReview] = await Promise.all([
    database().execute<ReviewRow & ProductRow>(sql`
      select ${reviewColumns}, ${productColumns} from reviews r join products p on p.id = r.product_id
      where r.user_id = ${userId} and ${after} order by ${by} limit ${size + 1}`),
    readToReview(userId),
  ])
  const placed = read.map((row) => ({ ...row, sort_key: placeOf('newest', row) }))
  const { rows, next_cursor, prev_cursor } = sliceOf(placed, { scope: SCOPE, size, cursor })
  return { data: rows.map((row) => myReview(row, reviewedProduct(row))), next_cursor, prev_cursor, to_review: toReview }
}

async function readToReview(userId: UserId): Promise<MyReviews['to_review']> {
  const rows = await database().execute<ProductRow & { bought_at: string }>(sql`
    select ${productColumns}, max(o.order_date) as bought_at
    from (
      select o.id, o.order_date from orders o where o.user_id = ${userId} and ${isOnItsWay}
      order by o.created_at desc, o.id desc limit ${ORDERS_LOOKED_AT}) o
    join order_items i on i.order_id = o.id
    join products p on p.id = i.product_id and p.is_active
    where not exists (select 1 from reviews r where r.product_id = p.id and r.user_id = ${userId})
    group by p.id order by bought_at desc, p.id limit ${SHOWN_TO_REVIEW}`)
  return rows.map((row) => ({ ...reviewedProduct(row), bought_at: isoTime(row.bought_at) }))
}
