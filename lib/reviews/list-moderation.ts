import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import type { ReviewId, UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { myReview, type ProductRow, productColumns, type ReviewRow, reviewColumns, reviewedProduct } from './my-review'
import { cursorOf, placeOf, readingOf } from './review-order'
import type { ListModeration, ModerationFilters, ModerationPage, ReviewStatus } from './schemas'

const COUNTED_TO = 1_000

const conditions: Record<ReviewStatus, SQL> = {
  shown: sql`r.is_approved`,
  waiting: sql`not r.is_approved and r.moderated_at is null`,
  rejected: sql`not r.is_approved and r.moderated_at is not null`,
}

type Row = ReviewRow & ProductRow & { author_id: UserId | null }

/** Reviews of all products in one status for staff, the newest first. Two statements. @throws unauthenticated, forbidden */
export async function listModeration(ctx: Ctx, { cursor: text, page_size: size, ...filters }: ListModeration): Promise<ModerationPage> {
  requireCan(ctx, 'reviews.moderate')
  const scope = `moderation.${filters.status}`
  const cursor = cursorOf(scope, text)
  const { by, after } = readingOf('newest', cursor)
  const [read, [counted]] = await Promise.all([
    database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} select ${reviewColumns}, ${productColumns}, r.user_id as author_id
      from reviews r join products p on p.id = r.product_id
      where ${matching(filters)} and ${after} order by ${by} limit ${size + 1}`),
    database().execute<{ total: number }>(sql`
      ${sql.raw(PLAN_AFRESH)} select count(*)::int as total from (select from reviews r where ${matching(filters)} limit ${COUNTED_TO + 1}) counted`),
  ])
  const placed = read.map((row) => ({ ...row, sort_key: placeOf('newest', row) }))
  const { rows, next_cursor, prev_cursor } = sliceOf(placed, { scope, size, cursor })
  const total = counted?.total ?? 0
  return {
    data: rows.map((row) => ({ ...myReview(row, reviewedProduct(row)), author_id: row.author_id })),
    next_cursor,
    prev_cursor,
    total: Math.min(total, COUNTED_TO),
    total_is_exact: total <= COUNTED_TO,
  }
}

/** The ids of what matches, the newest first. One statement. @throws unauthenticated, forbidden */
export async function listModerationIds(ctx: Ctx, filters: ModerationFilters, limit: number): Promise<ReviewId[]> {
  requireCan(ctx, 'reviews.moderate')
  const rows = await database().execute<{ id: ReviewId }>(sql`
    ${sql.raw(PLAN_AFRESH)} select r.id from reviews r where ${matching(filters)} order by r.created_at desc, r.id desc limit ${limit}`)
  return rows.map(({ id }) => id)
}

const matching = ({ status, stars, buyer, product }: ModerationFilters): SQL =>
  sql.join(
    [
      conditions[status],
      ...(stars ? [sql`r.rating = ${stars}`] : []),
      ...(buyer ? [sql`r.is_verified_buyer = ${buyer === 'yes'}`] : []),
      ...(product ? [sql`r.product_id = ${product}`] : []),
    ],
    sql` and `,
  )
