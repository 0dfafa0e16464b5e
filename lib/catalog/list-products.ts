import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import type { Cursor } from '@/lib/core/cursors'
import { type CardRow, cardColumns, cardOf, cardTables } from './cards'
import { sliceOf } from './list-cursors'
import { filterConditions } from './list-filters'
import { afterCursor, cursorOf, cursorScope, type ListSort, type ListSource, readingOrder, sourceOf } from './list-sorts'
import type { ListProducts, ProductPage } from './schemas'

/** From here on `total` says "at least". */
export const TOTAL_LIMIT = 10_000

/**
 * Active products, newest first unless `sort` says otherwise, narrowed by any combination of filters (R43, R47–R51).
 * Cursor pages cost one statement, the same at any depth and size of the catalogue; with `page` two.
 * The statement finds the page in a narrow index first and looks up the rows of the page alone after that.
 * Words to search for are not its business: see `findProducts` in `lib/search`.
 * @throws invalid_input for a cursor of another list.
 */
export async function listProducts(_ctx: Ctx, input: Omit<ListProducts, 'search'>): Promise<ProductPage> {
  const sort: ListSort = input.sort === undefined || input.sort === 'relevance' ? 'newest' : input.sort
  const cursor = input.cursor && input.page === undefined ? cursorOf(sort, input.cursor) : null
  const filters = filterConditions(input)
  const source = sourceOf(sort, input.category, filters.length > 0)
  const conditions = [...source.conditions, ...filters]

  const offset = input.page === undefined ? 0 : (input.page - 1) * input.page_size
  const read = await readPage({ sort, source, conditions, cursor, size: input.page_size, offset })
  const { rows, next_cursor, prev_cursor } = sliceOf(read, { scope: cursorScope(sort), size: input.page_size, cursor })
  const page = { data: rows.map(cardOf), next_cursor, prev_cursor, page_size: input.page_size }
  return input.page === undefined ? page : { ...page, page: input.page, ...(await countUpTo(source, conditions)) }
}

type Read = { sort: ListSort; source: ListSource; conditions: SQL[]; cursor: Cursor | null; size: number; offset: number }
type PageRow = CardRow & { sort_key: string | number }

async function readPage({ sort, source, conditions, cursor, size, offset }: Read): Promise<PageRow[]> {
  const order = readingOrder(sort, cursor?.direction)
  const where = cursor ? [...conditions, afterCursor(sort, source, cursor)] : conditions
  // The limit is part of the text, so that a prepared plan knows that a page is short.
  const rows = await database().execute<PageRow>(sql`
    with page as (
      select ${source.id} as id, ${source.key} as sort_key from ${source.from} where ${sql.join(where, sql` and `)}
      order by ${source.key} ${order}, ${source.id} ${order} limit ${sql.raw(String(size + 1))} offset ${offset}
    )
    select ${cardColumns}, page.sort_key from page join (${cardTables}) on p.id = page.id order by page.sort_key ${order}, page.id ${order}`)
  return rows.map((row) => ({ ...row, sort_key: sort === 'newest' ? new Date(row.sort_key).toISOString() : row.sort_key }))
}

async function countUpTo(source: ListSource, conditions: SQL[]): Promise<{ total: number; total_is_exact: boolean }> {
  const [row] = await database().execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select 1 from ${source.from} where ${sql.join(conditions, sql` and `)} limit ${sql.raw(String(TOTAL_LIMIT + 1))}
    ) counted`)
  const total = row?.total ?? 0
  return { total: Math.min(total, TOTAL_LIMIT), total_is_exact: total <= TOTAL_LIMIT }
}
