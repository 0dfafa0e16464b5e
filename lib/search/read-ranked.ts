import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { type CardRow, cardColumns, cardOf, cardTables } from '@/lib/catalog/cards'
import { filterConditions } from '@/lib/catalog/list-filters'
import { countAlone, countUpTo, totalOf } from '@/lib/catalog/list-rows'
import { sourceOf } from '@/lib/catalog/list-sorts'
import type { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import { decodeCursor, encodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import { matchOf } from './match'

/** Hits that are ranked against each other. */
const WINDOW = 400

/** Counting hits stops here: further ones cost a read of their row each. */
export const SEARCH_TOTAL_LIMIT = 1_000

/** Nobody reads on; skipping that many hits is what such a page costs. */
const OFFSET_LIMIT = 10_000

const SCOPE = 'search.relevance'

/**
 * Hits by relevance (`ts_rank_cd`, weights A to C). A common word hits tens of thousands of products, and ranking needs each
 * row, so it is bounded: the newest 400 hits are ranked against each other, then the next 400, and so on. What hits fewer
 * than 400 is ranked as a whole. Cursors carry an offset (up to 10,000) and the time of the first page, so that products
 * which are added meanwhile shift nothing.
 * @throws invalid_input for a cursor of another list.
 */
export async function readRanked(q: string, input: Omit<SearchProducts, 'q'>): Promise<ProductPage> {
  const { page, page_size: size } = input
  const place = page === undefined ? placeOf(input.cursor) : { offset: (page - 1) * size, asOf: null }
  const match = matchOf(q)
  const source = sourceOf('newest', input.category, true)
  const filters = [...filterConditions(input), match.condition]
  const total = page === undefined ? null : countUpTo(source, filters, SEARCH_TOTAL_LIMIT)

  // Whole pages in a window, so that no page lies across its edge.
  const windowSize = Math.floor(WINDOW / size) * size
  const inWindow = place.offset % windowSize
  const conditions = [...source.conditions, ...filters, ...(place.asOf ? [sql`${source.key} <= ${place.asOf}::timestamptz`] : [])]
  const rank = match.rank({ vector: sql`hits.search_vector`, skus: sql`hits.sku_text` })
  const rows = await database().execute<CardRow & { window_size: number; total: number | null }>(sql`
    with hits as materialized (
      select ${source.id} as id, p.search_vector, p.sku_text from ${source.from} where ${sql.join(conditions, sql` and `)}
      order by ${source.key} desc, ${source.id} desc
      limit ${sql.raw(String(windowSize))} offset ${sql.raw(String(place.offset - inWindow))}
    ), ranked as (
      select hits.id, ${rank} as rank from hits order by rank desc, hits.id desc
      limit ${sql.raw(String(size))} offset ${sql.raw(String(inWindow))}
    )
    select ${cardColumns}, (select count(*)::int from hits) as window_size, ${total ?? sql`null`} as total
    from ranked join (${cardTables}) on p.id = ranked.id order by ranked.rank desc, p.id desc`)

  const hasNext = inWindow + size < (rows[0]?.window_size ?? 0) || rows[0]?.window_size === windowSize
  const answer = { data: rows.map(cardOf), ...cursorsAround(place, size, hasNext), page_size: size }
  if (page === undefined || total === null) return answer
  const count = rows[0]?.total ?? (page === 1 ? 0 : await countAlone(total))
  return { ...answer, page, ...totalOf(count, SEARCH_TOTAL_LIMIT) }
}

type Place = { offset: number; asOf: string | null }

const PlaceValues = z.tuple([z.number().int().min(0).max(OFFSET_LIMIT), z.iso.datetime()])

function placeOf(text: string | undefined): Place {
  if (!text) return { offset: 0, asOf: null }
  const parsed = PlaceValues.safeParse(decodeCursor(SCOPE, text).values)
  if (parsed.success) return { offset: parsed.data[0], asOf: parsed.data[1] }
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}

function cursorsAround({ offset, asOf }: Place, size: number, hasNext: boolean): Pick<ProductPage, 'next_cursor' | 'prev_cursor'> {
  const time = asOf ?? new Date().toISOString()
  const at = (place: number, direction: 'next' | 'prev') => encodeCursor(SCOPE, { values: [place, time], direction })
  return {
    next_cursor: hasNext && offset + size <= OFFSET_LIMIT ? at(offset + size, 'next') : null,
    prev_cursor: offset > 0 ? at(Math.max(0, offset - size), 'prev') : null,
  }
}
