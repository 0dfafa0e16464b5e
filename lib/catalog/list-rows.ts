import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import type { Cursor } from '@/lib/core/cursors'
import { type CardRow, cardColumns, cardOf, cardTables } from './cards'
import { sliceOf } from './list-cursors'
import { afterCursor, cursorOf, cursorScope, type ListSort, type ListSource, readingOrder, sortIn, sourceOf } from './list-sorts'
import type { ListProducts, ProductPage } from './schemas'

/** From here on `total` says "at least". */
const TOTAL_LIMIT = 10_000

/** Up to so many hits of narrow filters are put in order after they were found; more lie so close that reading in order finds a page soon. */
export const HITS_LIMIT = 1_000

type ListInput = Pick<ListProducts, 'category' | 'cursor' | 'page' | 'page_size'>

/**
 * `conditions` are on `products p` and `product_stock s`; `isNarrow` when they may leave few products of many. `match` is one more
 * whose yield the planner cannot know: it finds hits by its index, but where the list is read in order it only checks.
 */
export type ListFilters = { conditions: SQL[]; isNarrow: boolean; match?: SQL; totalLimit?: number }

/**
 * A page of products in one of the sorts that an index delivers. The statement finds the page in a narrow index and looks up
 * the wide rows of the page alone after that.
 */
export async function readList(
  input: ListInput,
  wanted: ListSort,
  { conditions, isNarrow, match, totalLimit = TOTAL_LIMIT }: ListFilters,
): Promise<ProductPage> {
  const filters = match ? [...conditions, match] : conditions
  const { page, page_size: size } = input
  const sort = sortIn(input.category, wanted)
  const cursor = input.cursor && page === undefined ? cursorOf(sort, input.cursor) : null
  const source = sourceOf(sort, input.category, filters.length > 0)
  const checks = match ? [...conditions, sql`(${match}) is true`] : conditions
  const read: PageRead = { sort, source, filters, checks, cursor, size, offset: page === undefined ? 0 : (page - 1) * size }
  const total = page === undefined ? null : countUpTo(sourceOf('newest', input.category, filters.length > 0), filters, totalLimit)

  const found = await (isNarrow ? readNarrow(read, total) : readInOrder(read, total))
  const placed = found.map((row) => ({ ...row, sort_key: sort === 'newest' ? new Date(row.sort_key).toISOString() : row.sort_key }))
  const { rows, next_cursor, prev_cursor } = sliceOf(placed, { scope: cursorScope(sort), size, cursor })
  const answer = { data: rows.map(cardOf), next_cursor, prev_cursor, page_size: size }
  if (page === undefined || total === null) return answer
  const count = rows[0]?.total ?? (page === 1 ? 0 : await countAlone(total))
  return { ...answer, page, ...totalOf(count, totalLimit) }
}

export const totalOf = (count: number, limit: number) => ({ total: Math.min(count, limit), total_is_exact: count <= limit })

type PageRead = { sort: ListSort; source: ListSource; filters: SQL[]; checks: SQL[]; cursor: Cursor | null; size: number; offset: number }
type PageRow = CardRow & { sort_key: string | number; total: number | null }

function readInOrder(read: PageRead, total: SQL | null): Promise<PageRow[]> {
  return readCards(sql`with page as (${placesInOrder(read)})`, read, total)
}

/**
 * Reading in order until a page is full takes for ever when next to nothing fits, and finding all that fits takes long when
 * nearly everything does. So up to `HITS_LIMIT` hits are found first, in no order: if these are all, they are sorted; otherwise the list is read in order.
 */
function readNarrow(read: PageRead, total: SQL | null): Promise<PageRow[]> {
  const { source, filters, checks } = read
  const hits = { ...read, source: { from: sql`hits`, id: sql`hits.id`, key: sql`hits.sort_key`, conditions: [isAll] }, filters: [] }
  const ordered = { ...read, filters: [...checks, sql`not ${isAll}`] }
  const all = sql.join([...source.conditions, ...filters], sql` and `)
  return readCards(
    sql`${sql.raw(PLAN_AFRESH)} with hits as materialized (
      select ${source.id} as id, ${source.key} as sort_key from ${source.from} where ${all} limit ${sql.raw(String(HITS_LIMIT + 1))}
    ), page as ((${placesInOrder(hits)}) union all (${placesInOrder(ordered)}))`,
    read,
    total && sql`(case when ${isAll} then (select count(*)::int from hits) else ${total} end)`,
  )
}

const isAll = sql`((select count(*) from hits) <= ${sql.raw(String(HITS_LIMIT))})`

/** Ids and sort keys of one page and one row more, in reading order. The limit is part of the text, so that a prepared plan knows that a page is short. */
function placesInOrder({ sort, source, filters, cursor, size, offset }: PageRead): SQL {
  const order = readingOrder(sort, cursor?.direction)
  const where = [...source.conditions, ...filters, ...(cursor ? [afterCursor(sort, source, cursor)] : [])]
  return sql`select ${source.id} as id, ${source.key} as sort_key from ${source.from} where ${sql.join(where, sql` and `)}
    order by ${source.key} ${order}, ${source.id} ${order} limit ${sql.raw(String(size + 1))} offset ${offset}`
}

async function readCards(places: SQL, { sort, cursor }: PageRead, total: SQL | null): Promise<PageRow[]> {
  const order = readingOrder(sort, cursor?.direction)
  return await database().execute<PageRow>(sql`${places}
    select ${cardColumns}, page.sort_key, ${total ?? sql`null`} as total
    from page join (${cardTables}) on p.id = page.id order by page.sort_key ${order}, page.id ${order}`)
}

/** How many rows there are, as a scalar that stops counting one past `limit`. */
function countUpTo({ from, conditions }: ListSource, filters: SQL[], limit: number): SQL {
  return sql`(select count(*)::int from (
    select 1 from ${from} where ${sql.join([...conditions, ...filters], sql` and `)} limit ${sql.raw(String(limit + 1))}) counted)`
}

/** For a page past the end, which has no row to carry the count. */
async function countAlone(total: SQL): Promise<number> {
  const [row] = await database().execute<{ total: number }>(sql`select ${total} as total`)
  return row?.total ?? 0
}
