import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { type CardRow, cardColumns, cardOf, cardTables } from '@/lib/catalog/cards'
import { type PlacedRow, sliceOf } from '@/lib/catalog/list-cursors'
import { filterConditions } from '@/lib/catalog/list-filters'
import { totalOf } from '@/lib/catalog/list-rows'
import { sourceOf } from '@/lib/catalog/list-sorts'
import type { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import { askedCte, countOf, ENOUGH, hitsOf, isOneWord, rankOf, type Scope } from './match'

/** Ranking reads each hit, and a common word has tens of thousands: so many are ranked. */
const RANKED_LIMIT = 500

/** Of more hits, those among so many of the newest products are ranked too. */
const RECENT_PRODUCTS = 250

const SCOPE = 'search.relevance'

/** A whole word in a name ranks at least this high, and below it what has the word elsewhere. Text: it becomes a `real`. */
const NAMED_RANK = 1
const BELOW_NAMED = '0.99'

/**
 * Hits by relevance (`ts_rank_cd`, weights A to D), the newest first among equals. For a single word `product_words` holds the
 * names that have it, ranked: an index delivers the page, however common the word is, and only where they end come descriptions,
 * options and beginnings. Otherwise up to 500 hits are ranked as a whole, and of more hits any 500 and the newest: the list ends
 * with them (`total` 500, not exact). The other sorts go through all.
 * @throws invalid_input for a cursor of another list.
 */
export async function readRanked(q: string, input: Omit<SearchProducts, 'q'>): Promise<ProductPage> {
  const { page, page_size: size } = input
  const cursor = input.cursor && page === undefined ? cursorOf(input.cursor) : null
  const offset = page === undefined ? 0 : (page - 1) * size
  const filters = filterConditions(input)
  const isNarrowed = filters.length > 0 || input.category !== undefined
  const scope = scopeOf(input, filters)
  const placed = !isNarrowed && isOneWord(q) ? namesFirst(q, scope, { cursor, length: offset + size + 1 }) : ranked(q, scope, input, filters)
  // One plan suits all words. Filters want one of their own, and numbered pages would each leave a statement with Postgres.
  const isKept = !isNarrowed && page === undefined
  const total = page === undefined ? sql`null` : placed.total

  const order = orderOf(cursor)
  const rows = await database().execute<CardRow & PlacedRow & { total: number }>(sql`
    ${isKept ? sql`` : sql.raw(PLAN_AFRESH)} with ${askedCte(q)}, ${placed.ctes}, page as (
      select placed.id, placed.rank from placed ${cursor ? after(cursor) : sql``}
      order by placed.rank ${order}, placed.id ${order} limit ${sql.raw(String(size + 1))} offset ${sql.raw(String(offset))}
    )
    select ${cardColumns}, page.rank::text as sort_key, ${total} as total
    from page join (${cardTables}) on p.id = page.id order by page.rank ${order}, page.id ${order}`)

  const { rows: shown, next_cursor, prev_cursor } = sliceOf(rows, { scope: SCOPE, size, cursor })
  const answer = { data: shown.map(cardOf), next_cursor, prev_cursor, page_size: size }
  if (page === undefined) return answer
  return { ...answer, page, ...totalOf(shown[0]?.total ?? (page === 1 ? 0 : await countHits(q, scope, isNarrowed)), RANKED_LIMIT) }
}

const orderOf = (cursor: Cursor | null) => (cursor?.direction === 'prev' ? sql`asc` : sql`desc`)

function scopeOf(input: Omit<SearchProducts, 'q'>, filters: SQL[]): Scope {
  const { from, id, conditions } = sourceOf('newest', input.category, filters.length > 0 || input.category !== undefined)
  return { from, conditions: [...conditions, ...filters], columns: sql`${id} as id, p.search_vector, p.sku_text` }
}

/** CTEs up to `placed` (id and rank), and how many hits there are as a scalar. */
type Placed = { ctes: SQL; total: SQL }

/** One word: the names that have it from their index; when these end within the page, all that has it elsewhere. */
function namesFirst(q: string, scope: Scope, { cursor, length }: { cursor: Cursor | null; length: number }): Placed {
  const order = orderOf(cursor)
  // Going back, what stands below the names comes first.
  const isBackFromBelow = cursor?.direction === 'prev' && Number(cursor.values[0]) < NAMED_RANK
  const gate = isBackFromBelow ? sql`true` : sql`(select count(*) from named) < ${sql.raw(String(length))}`
  const named = sql`(select count(*) from (select 1 from product_words where word = (select lexeme from asked) limit ${sql.raw(String(ENOUGH))}) counted)`
  const below = { ...scope, conditions: [...scope.conditions, sql`(p.search_vector @@ (select named from asked)) is not true`] }
  return {
    ctes: sql`named as materialized (
        select w.product_id as id, w.rank from product_words w join products p on p.id = w.product_id and p.is_active
        where w.word = (select lexeme from asked) ${cursor ? sql`and ${isAfter(cursor, sql`w.rank, w.product_id`)}` : sql``}
        order by w.rank ${order}, w.product_id ${order} limit ${sql.raw(String(length))}
      ), hits as materialized (${hitsOf(q, below, RANKED_LIMIT, { gate, found: named })}), placed as (
        select * from named union all
        select hits.id, least(${rankOf(q, { vector: sql`hits.search_vector`, skus: sql`hits.sku_text` })}, ${sql.raw(BELOW_NAMED)}::real) from hits
      )`,
    total: countOf(q, scope, RANKED_LIMIT),
  }
}

/** All hits up to the limit, and if there are more the newest; the fence (`offset 0`) keeps that at one look-up per newest product. */
function ranked(q: string, scope: Scope, input: Omit<SearchProducts, 'q'>, filters: SQL[]): Placed {
  const isNarrowed = filters.length > 0 || input.category !== undefined
  const newest = sourceOf('newest', input.category, false)
  const rank = rankOf(q, { vector: sql`found.search_vector`, skus: sql`found.sku_text` })
  return {
    ctes: sql`hits as materialized (${hitsOf(q, scope, RANKED_LIMIT + 1, { isNarrowed })}), found as (
        select * from hits
        union all
        (select p.id, p.search_vector, p.sku_text from (
            select ${newest.id} as id from ${newest.from} where ${sql.join(newest.conditions, sql` and `)}
            order by ${newest.key} desc, ${newest.id} desc limit ${sql.raw(String(RECENT_PRODUCTS))}
          ) newest
          cross join lateral (select * from products p where p.id = newest.id offset 0) p
          left join product_stock s on s.product_id = p.id
          where (select count(*) from hits) > ${sql.raw(String(RANKED_LIMIT))}
            and ${sql.join([...filters, sql`p.search_vector @@ (select whole from asked)`], sql` and `)}
            and p.id not in (select hits.id from hits))
      ), placed as (select found.id, ${rank} as rank from found)`,
    total: sql`(select count(*)::int from hits)`,
  }
}

const after = (cursor: Cursor): SQL => sql`where ${isAfter(cursor, sql`placed.rank, placed.id`)}`

const isAfter = ({ values: [rank, id], direction }: Cursor, place: SQL): SQL =>
  sql`(${place}) ${direction === 'next' ? sql`<` : sql`>`} (${rank}::real, ${id}::uuid)`

/** For a page past the end, which has no row to carry the count. */
async function countHits(q: string, scope: Scope, isNarrowed: boolean): Promise<number> {
  const [row] = await database().execute<{ total: number }>(
    sql`${sql.raw(PLAN_AFRESH)} with ${askedCte(q)} select count(*)::int as total from (${hitsOf(q, scope, RANKED_LIMIT + 1, { isNarrowed })}) hits`,
  )
  return row?.total ?? 0
}

const Values = z.tuple([z.string().regex(/^\d+(\.\d+)?(e-?\d+)?$/), z.uuid()])

function cursorOf(text: string): Cursor {
  const cursor = decodeCursor(SCOPE, text)
  if (Values.safeParse(cursor.values).success) return cursor
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}
