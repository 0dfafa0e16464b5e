import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { myReview, type ProductRow, productColumns, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import { cursorOf, placeOf, readingOf } from './review-order'
import type { ListModeration, ModerationPage, ReviewStatus } from './schemas'

const conditions: Record<ReviewStatus, ReturnType<typeof sql>> = {
  shown: sql`r.is_approved`,
  waiting: sql`not r.is_approved and r.moderated_at is null`,
  rejected: sql`not r.is_approved and r.moderated_at is not null`,
}

/** Reviews of all products in one status for staff, the newest first. One statement. @throws unauthenticated, forbidden */
export async function listModeration(ctx: Ctx, { status, cursor: text, page_size: size }: ListModeration): Promise<ModerationPage> {
  requireCan(ctx, 'reviews.moderate')
  const scope = `moderation.${status}`
  const cursor = cursorOf(scope, text)
  const { by, after } = readingOf('newest', cursor)
  const read = await database().execute<ReviewRow & ProductRow>(sql`
    select ${reviewColumns}, ${productColumns} from reviews r join products p on p.id = r.product_id
    where ${conditions[status]} and ${after} order by ${by} limit ${size + 1}`)
  const placed = read.map((row) => ({ ...row, sort_key: placeOf('newest', row) }))
  const { rows, next_cursor, prev_cursor } = sliceOf(placed, { scope, size, cursor })
  return { data: rows.map((row) => myReview(row, reviewedProduct(row))), next_cursor, prev_cursor }
}
