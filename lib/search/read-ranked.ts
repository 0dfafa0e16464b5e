import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { type CardRow, cardColumns, cardOf, cardTables } from '@/lib/catalog/cards'
import { type PlacedRow, sliceOf } from '@/lib/catalog/list-cursors'
import { filterConditions } from '@/lib/catalog/list-filters'
import { HITS_LIMIT, totalOf } from '@/lib/catalog/list-rows'
import { sourceOf } from '@/lib/catalog/list-sorts'
import type { ProductPage, SearchProducts } from '@/lib/catalog/schemas'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import { DomainError } from '@/lib/core/errors'
import { type Match, matchOf } from './match'

/** Of words that nearly every product has, so many of the newest hits are ranked too, found among so many of the newest products. */
const RECENT_HITS = 200
const RECENT_PRODUCTS = 2_000

const SCOPE = 'search.relevance'

/**
 * Hits by relevance (`ts_rank_cd`, weights A to C), the newest first among equals. Up to 1,000 hits are ranked as a whole. Ranking
 * reads each row, and a common word has tens of thousands, so it is bounded: of more hits any 1,000 and the newest 200 are
 * ranked, and the list ends with them (`total` 1,000, not exact). The other sorts go through all.
 * @throws invalid_input for a cursor of another list.
 */
export async function readRanked(q: string, input: Omit<SearchProducts, 'q'>): Promise<ProductPage> {
  const { page, page_size: size } = input
  const cursor = input.cursor && page === undefined ? cursorOf(input.cursor) : null
  const offset = page === undefined ? 0 : (page - 1) * size
  const match = matchOf(q)

  const order = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const rows = await database().execute<CardRow & PlacedRow & { total: number }>(sql`
    ${sql.raw(PLAN_AFRESH)} with ${hitsOf(match, input)}, placed as (
      select found.id, ${match.rank({ vector: sql`found.search_vector`, skus: sql`found.sku_text` })} as rank from found
    ), page as (
      select placed.id, placed.rank from placed ${cursor ? after(cursor) : sql``}
      order by placed.rank ${order}, placed.id ${order} limit ${sql.raw(String(size + 1))} offset ${sql.raw(String(offset))}
    )
    select ${cardColumns}, page.rank::text as sort_key, (select count(*)::int from hits) as total
    from page join (${cardTables}) on p.id = page.id order by page.rank ${order}, page.id ${order}`)

  const { rows: shown, next_cursor, prev_cursor } = sliceOf(rows, { scope: SCOPE, size, cursor })
  const answer = { data: shown.map(cardOf), next_cursor, prev_cursor, page_size: size }
  if (page === undefined) return answer
  return { ...answer, page, ...totalOf(shown[0]?.total ?? (page === 1 ? 0 : await countHits(match, input)), HITS_LIMIT) }
}

/** `hits`: any `HITS_LIMIT` and one more. `found`: these, and if there are more the newest; the fence (`offset 0`) keeps that at one look-up per newest product. */
function hitsOf(match: Match, input: Omit<SearchProducts, 'q'>): SQL {
  const source = sourceOf('newest', input.category, true)
  const newest = sourceOf('newest', input.category, false)
  const filters = [...filterConditions(input), match.condition]
  return sql`hits as materialized (
      select ${source.id} as id, p.search_vector, p.sku_text from ${source.from} where ${sql.join([...source.conditions, ...filters], sql` and `)}
      limit ${sql.raw(String(HITS_LIMIT + 1))}
    ), found as (
      select * from hits
      union all
      (select p.id, p.search_vector, p.sku_text from (
          select ${newest.id} as id from ${newest.from} where ${sql.join(newest.conditions, sql` and `)}
          order by ${newest.key} desc, ${newest.id} desc limit ${sql.raw(String(RECENT_PRODUCTS))}
        ) newest
        cross join lateral (select * from products p where p.id = newest.id offset 0) p
        left join product_stock s on s.product_id = p.id
        where (select count(*) from hits) > ${sql.raw(String(HITS_LIMIT))} and ${sql.join(filters, sql` and `)}
          and p.id not in (select hits.id from hits)
        limit ${sql.raw(String(RECENT_HITS))})
    )`
}

const after = ({ values: [rank, id], direction }: Cursor): SQL =>
  sql`where (placed.rank, placed.id) ${direction === 'next' ? sql`<` : sql`>`} (${rank}::real, ${id}::uuid)`

/** For a page past the end, which has no row to carry the count. */
async function countHits(match: Match, input: Omit<SearchProducts, 'q'>): Promise<number> {
  const [row] = await database().execute<{ total: number }>(
    sql`${sql.raw(PLAN_AFRESH)} with ${hitsOf(match, input)} select count(*)::int as total from hits`,
  )
  return row?.total ?? 0
}

const Values = z.tuple([z.string().regex(/^\d+(\.\d+)?(e-?\d+)?$/), z.uuid()])

function cursorOf(text: string): Cursor {
  const cursor = decodeCursor(SCOPE, text)
  if (Values.safeParse(cursor.values).success) return cursor
  throw new DomainError('invalid_input', { errors: [{ pointer: '/cursor', detail: 'This cursor is not from this list. Start again without one.' }] })
}
