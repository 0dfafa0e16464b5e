import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Cursor } from '@/lib/core/cursors'
import { type CardRow, cardColumns, cardOf, cardTables } from './cards'
import { sliceOf } from './list-cursors'
import { afterCursor, cursorOf, cursorScope, type ListSort, type ListSource, readingOrder, sourceOf } from './list-sorts'
import type { ListProducts, ProductPage } from './schemas'

/** From here on `total` says "at least". */
const TOTAL_LIMIT = 10_000

type ListInput = Pick<ListProducts, 'category' | 'cursor' | 'page' | 'page_size'>

/**
 * A page of products in one of the sorts that an index delivers. The statement finds the page in a narrow index and looks up
 * the wide rows of the page alone after that. `filters` are conditions on `products p` and `product_stock s`.
 */
export async function readList(input: ListInput, sort: ListSort, filters: SQL[], totalLimit = TOTAL_LIMIT): Promise<ProductPage> {
  const { page, page_size: size } = input
  const cursor = input.cursor && page === undefined ? cursorOf(sort, input.cursor) : null
  const source = sourceOf(sort, input.category, filters.length > 0)
  const conditions = [...source.conditions, ...filters]
  const total = page === undefined ? null : countUpTo(sourceOf('newest', input.category, filters.length > 0), filters, totalLimit)

  const read = await readPage({ sort, source, conditions, cursor, total, size, offset: page === undefined ? 0 : (page - 1) * size })
  const { rows, next_cursor, prev_cursor } = sliceOf(read, { scope: cursorScope(sort), size, cursor })
  const answer = { data: rows.map(cardOf), next_cursor, prev_cursor, page_size: size }
  if (page === undefined || total === null) return answer
  const count = rows[0]?.total ?? (page === 1 ? 0 : await countAlone(total))
  return { ...answer, page, ...totalOf(count, totalLimit) }
}

export const totalOf = (count: number, limit: number) => ({ total: Math.min(count, limit), total_is_exact: count <= limit })

type PageRead = { sort: ListSort; source: ListSource; conditions: SQL[]; cursor: Cursor | null; total: SQL | null; size: number; offset: number }
type PageRow = CardRow & { sort_key: string | number; total: number | null }

async function readPage({ sort, source, conditions, cursor, total, size, offset }: PageRead): Promise<PageRow[]> {
  const order = readingOrder(sort, cursor?.direction)
  const where = cursor ? [...conditions, afterCursor(sort, source, cursor)] : conditions
  // The limit is part of the text, so that a prepared plan knows that a page is short.
  const rows = await database().execute<PageRow>(sql`
    with page as (
      select ${source.id} as id, ${source.key} as sort_key from ${source.from} where ${sql.join(where, sql` and `)}
      order by ${source.key} ${order}, ${source.id} ${order} limit ${sql.raw(String(size + 1))} offset ${offset}
    )
    select ${cardColumns}, page.sort_key, ${total ?? sql`null`} as total
    from page join (${cardTables}) on p.id = page.id order by page.sort_key ${order}, page.id ${order}`)
  return rows.map((row) => ({ ...row, sort_key: sort === 'newest' ? new Date(row.sort_key).toISOString() : row.sort_key }))
}

/** How many rows there are, as a scalar that stops counting one past `limit`. */
export function countUpTo({ from, conditions }: ListSource, filters: SQL[], limit: number): SQL {
  return sql`(select count(*)::int from (
    select 1 from ${from} where ${sql.join([...conditions, ...filters], sql` and `)} limit ${sql.raw(String(limit + 1))}) counted)`
}

/** For a page past the end, which has no row to carry the count. */
export async function countAlone(total: SQL): Promise<number> {
  const [row] = await database().execute<{ total: number }>(sql`select ${total} as total`)
  return row?.total ?? 0
}
