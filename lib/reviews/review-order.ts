import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import type { ReviewSort } from './schemas'

/** On `reviews r`: one key, then the id, always downwards, so that a cursor is exact. */
type Order = { key: SQL; type: SQL; value: z.ZodType<string | number> }

/** Stars and, among equals, the newest first, in one number: a digit before the thirteen of a time in milliseconds. */
const starsThenAge = (stars: SQL) => sql`(${stars} * 10000000000000 + floor(extract(epoch from r.created_at) * 1000)::bigint)`
const starKey = { type: sql`bigint`, value: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER) }

const orders: Record<ReviewSort, Order> = {
  newest: { key: sql`r.created_at`, type: sql`timestamptz`, value: z.iso.datetime() },
  highest: { key: starsThenAge(sql`r.rating::bigint`), ...starKey },
  lowest: { key: starsThenAge(sql`(6 - r.rating)::bigint`), ...starKey },
}

export type Reading = { key: SQL; by: SQL; after: SQL }

/** How a page of reviews is read: the key, the order of reading, and the condition that the cursor sets. */
export function readingOf(sort: ReviewSort, cursor: Cursor | null): Reading {
  const { key, type } = orders[sort]
  const direction = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const [value, id] = cursor?.values ?? []
  const isBehind = cursor?.direction === 'prev' ? sql`>` : sql`<`
  return {
    key,
    by: sql`${key} ${direction}, r.id ${direction}`,
    after: cursor ? sql`(${key}, r.id) ${isBehind} (${value}::${type}, ${id}::uuid)` : sql`true`,
  }
}

/** @throws invalid_input when the text is no cursor of this list. */
export function cursorOf(scope: string, sort: ReviewSort, text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const cursor = decodeCursor(scope, text)
  if (z.tuple([orders[sort].value, z.uuid()]).safeParse(cursor.values).success) return cursor
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}
