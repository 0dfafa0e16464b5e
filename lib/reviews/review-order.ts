import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import { isoTime } from './my-review'
import type { ReviewSort } from './schemas'

/** By stars and, among equals, the newest first; always downwards, with the id at the end, so that a cursor is exact. On `reviews r`. */
const starsOf: Record<ReviewSort, { column: SQL; value: (rating: number) => number } | null> = {
  newest: null,
  highest: { column: sql`r.rating`, value: (rating) => rating },
  lowest: { column: sql`(6 - r.rating)`, value: (rating) => 6 - rating },
}

/** How a page of reviews is read: the order of reading, and the condition that the cursor sets. */
export function readingOf(sort: ReviewSort, cursor: Cursor | null): { by: SQL; after: SQL } {
  const direction = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const stars = starsOf[sort]?.column
  const by = sql`${stars ? sql`${stars} ${direction}, ` : sql``}r.created_at ${direction}, r.id ${direction}`
  if (!cursor) return { by, after: sql`true` }
  const isBehind = cursor.direction === 'prev' ? sql`>` : sql`<`
  const [place = '', id] = cursor.values
  const [starsThere, time] = String(place).split(' ')
  const there = sql`${stars ? sql`${starsThere}::int, ` : sql``}${time}::timestamptz, ${id}::uuid`
  return { by, after: sql`(${stars ? sql`${stars}, ` : sql``}r.created_at, r.id) ${isBehind} (${there})` }
}

/** Where a review stands in its list, for the cursor: stars as they are ordered, and the time. */
export const placeOf = (sort: ReviewSort, { rating, created_at }: { rating: number; created_at: string | Date }): string =>
  `${starsOf[sort]?.value(rating) ?? 0} ${isoTime(created_at)}`

const Place = z.string().refine((text) => /^[0-5] /.test(text) && z.iso.datetime().safeParse(text.slice(2)).success)

/** @throws invalid_input when the text is no cursor of this list. */
export function cursorOf(scope: string, text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const cursor = decodeCursor(scope, text)
  if (z.tuple([Place, z.uuid()]).safeParse(cursor.values).success) return cursor
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}
