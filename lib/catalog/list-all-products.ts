import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { PictureRef } from '@/db/schema/catalog'
import { PLAN_AFRESH } from '@/db/statements'
import type { Ctx } from '@/lib/core/context'
import { type Cursor, decodeCursor } from '@/lib/core/cursors'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { anyOf, orderOf, placesOf, requirePlace, scopeOf } from './all-products-sql'
import { sliceOf } from './list-cursors'
import { pictureView } from './pictures'
import type { ListAllProducts, StaffProductFilters, StaffProductPage, StaffProductSort, StaffProductSummary } from './staff-schemas'
import { statusOf } from './write-schemas'

/** No further than people read. */
const COUNTED_TO = 10_000

/** Every product for staff, whatever its status, by cursor. Two statements, whatever the page. @throws forbidden, invalid_input */
export async function listAllProducts(ctx: Ctx, { cursor: text, page_size: size, sort, ...filters }: ListAllProducts): Promise<StaffProductPage> {
  requireCan(ctx, 'catalog.read')
  const scope = scopeOf(sort)
  const cursor = text ? requirePlace(sort, decodeCursor(scope, text)) : null
  const [rows, total] = await Promise.all([readRows(filters, sort, cursor, size + 1), countProducts(filters, COUNTED_TO)])
  const slice = sliceOf(rows, { scope, size, cursor })
  return {
    data: slice.rows.map(summaryOf),
    next_cursor: slice.next_cursor,
    prev_cursor: slice.prev_cursor,
    total: Math.min(total, COUNTED_TO),
    total_is_exact: total <= COUNTED_TO,
  }
}

/** Where a product stands among the newest: what is done to all that match goes on behind it. */
export type ProductPlace = { id: ProductId; at: string }

/** What matches, newest first, for what is done to all of it: at most `limit`, behind `after`. One statement. @throws forbidden */
export async function listProductPlaces(
  ctx: Ctx,
  filters: StaffProductFilters,
  { limit, after }: { limit: number; after?: ProductPlace | null },
): Promise<ProductPlace[]> {
  requireCan(ctx, 'catalog.read')
  const cursor: Cursor | null = after ? { values: [after.at, after.id], direction: 'next' } : null
  return [
    ...(await database().execute<ProductPlace>(
      sql`${sql.raw(PLAN_AFRESH)} select id, ${isoTime(sql`sort_key`)} as at from (${placesOf({ filters, sort: 'newest', cursor, limit })}) page
        order by sort_key desc, id desc`,
    )),
  ]
}

/** How many match, counted to the end. One statement. @throws forbidden */
export async function countAllProducts(ctx: Ctx, filters: StaffProductFilters): Promise<number> {
  requireCan(ctx, 'catalog.read')
  return countProducts(filters, 2_147_483_646)
}

/** All that match in the list's order, some at a time, for a file. @throws forbidden */
export async function* eachProduct(
  ctx: Ctx,
  filters: StaffProductFilters,
  sort: StaffProductSort,
  atOnce = 500,
): AsyncIterable<StaffProductSummary[]> {
  requireCan(ctx, 'catalog.read')
  let cursor: Cursor | null = null
  do {
    const rows: Row[] = await readRows(filters, sort, cursor, atOnce)
    if (rows.length > 0) yield rows.map(summaryOf)
    const last = rows.at(-1)
    cursor = rows.length === atOnce && last ? { values: [last.sort_key, last.id], direction: 'next' } : null
  } while (cursor)
}

type Row = {
  id: ProductId
  sort_key: string | number
  slug: string
  name: string
  sku: string
  variants: number
  picture: PictureRef | null
  is_active: boolean
  is_archived: boolean
  category_id: CategoryId
  category: string
  price_min_minor: number
  price_max_minor: number
  currency: string
  stock: number | null
  is_low: boolean
  updated_at: string
}

/** The page's ids come from narrow indexes; only its own rows are looked up whole. */
async function readRows(filters: StaffProductFilters, sort: StaffProductSort, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const order = orderOf(sort, cursor)
  const key = sort === 'newest' ? isoTime(sql`page.sort_key`) : sql`page.sort_key`
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} select page.id, ${key} as sort_key, p.slug, p.name, p.sku, p.picture, p.is_active, p.archived_at is not null as is_archived,
        p.primary_category_id as category_id, c.name as category, p.price_min_minor, p.price_max_minor, (select currency from settings) as currency,
        (select count(*)::int from product_variants v where v.product_id = p.id and v.is_active) as variants,
        case when p.track_inventory then s.quantity end as stock, p.track_inventory and s.quantity <= p.low_stock_threshold as is_low,
        ${isoTime(sql`p.updated_at`)} as updated_at
      from (${placesOf({ filters, sort, cursor, limit })}) page join products p on p.id = page.id join product_stock s on s.product_id = p.id
      join categories c on c.id = p.primary_category_id order by page.sort_key ${order}, page.id ${order}`)),
  ]
}

async function countProducts(filters: StaffProductFilters, to: number): Promise<number> {
  const [row] = await database().execute<{ count: number }>(
    sql`${sql.raw(PLAN_AFRESH)} select count(*)::int as count from (${anyOf(filters, to + 1)}) counted`,
  )
  return row?.count ?? 0
}

const isoTime = (time: SQL): SQL => sql`to_char(${time} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

function summaryOf(row: Row): StaffProductSummary {
  const { id, slug, name, sku, variants, picture, category_id, category, currency, stock, is_low, updated_at } = row
  return {
    id,
    slug,
    name,
    sku,
    variants,
    picture: pictureView(picture && { ...picture, blur: '' }),
    status: statusOf(row),
    category: { id: category_id, name: category },
    price: money(row.price_min_minor, currency),
    price_max: money(row.price_max_minor, currency),
    stock,
    is_low,
    updated_at,
  }
}
