import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import { refuseUnknownProduct } from '@/lib/catalog/refuse-unknown-product'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { isoTime } from './my-review'
import { cursorOf, placeOf, readingOf } from './review-order'
import type { ListReviews, ReviewPage } from './schemas'

/**
 * A page of a product's approved reviews, the same for everybody, with average and histogram over all of them. One statement.
 * @throws moved and not_found for a product that is not sold here, invalid_input for a cursor of another list
 */
export async function listReviews(ctx: Ctx, { slug, sort, stars, cursor: text, page_size: size }: ListReviews): Promise<ReviewPage> {
  const scope = `reviews.${slug}.${sort}.${stars ?? 'all'}`
  const cursor = cursorOf(scope, text)
  const { by, after } = readingOf(sort, cursor)
  const [row] = await database().execute<Row>(sql`
    select p.id, p.slug, p.name, p.rating_average, p.rating_count,
      (select json_object_agg(h.rating, h.count)
        from (select r.rating, count(*) from reviews r where r.product_id = p.id and r.is_approved group by r.rating) h) as histogram,
      (select json_agg(json_build_object('id', r.id, 'rating', r.rating, 'title', r.title, 'body', r.body, 'author', r.author_name,
          'is_verified_buyer', r.is_verified_buyer, 'created_at', r.created_at) order by ${by})
        from (
          select r.* from reviews r where r.product_id = p.id and r.is_approved
            and ${stars === undefined ? sql`true` : sql`r.rating = ${stars}`} and ${after}
          order by ${by} limit ${size + 1}) r) as reviews
    from products p where p.slug = ${slug} and p.is_active`)
  if (!row) return await refuseUnknownProduct(ctx, slug)
  const placed = (row.reviews ?? []).map((review) => ({
    ...review,
    created_at: isoTime(review.created_at),
    sort_key: placeOf(sort, review),
  }))
  const { rows, next_cursor, prev_cursor } = sliceOf(placed, { scope, size, cursor })
  return {
    product: { id: row.id, slug: row.slug, name: row.name },
    rating: { average: Number(row.rating_average), count: row.rating_count },
    rating_histogram: [1, 2, 3, 4, 5].map((rating) => row.histogram?.[rating] ?? 0),
    data: rows.map(({ sort_key: _, ...review }) => review),
    next_cursor,
    prev_cursor,
  }
}

type Row = {
  id: ProductId
  slug: string
  name: string
  rating_average: string | number
  rating_count: number
  histogram: Record<string, number> | null
  reviews: ReviewPage['data'] | null
}
