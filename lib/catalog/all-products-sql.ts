import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { badCursor, type Cursor } from '@/lib/core/cursors'
import { HITS_LIMIT } from './list-rows'
import type { StaffProductFilters, StaffProductSort } from './staff-schemas'

/** How the list of all products is ordered: by one key and then the id in the same direction, so that an index delivers it. */
type SortPlan = {
  key: SQL
  /** The product's id where the key stands: only values of one table are compared together by an index. */
  id?: SQL
  type: string
  isDescending: boolean
  value: z.ZodType<string | number>
}

const integer = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const byName = {
  key: sql`lower(left(p.name, 60))`,
  type: 'text',
  value: z
    .string()
    .max(200)
    .refine((text) => !text.includes('\0')),
}
const byPrice = { key: sql`p.price_min_minor`, type: 'bigint', value: integer }
const byStock = { key: sql`s.quantity`, id: sql`s.product_id`, type: 'integer', value: integer.max(2_147_483_647) }

const plans: Record<StaffProductSort, SortPlan> = {
  newest: { key: sql`p.created_at`, type: 'timestamptz', isDescending: true, value: z.iso.datetime() },
  name: { ...byName, isDescending: false },
  '-name': { ...byName, isDescending: true },
  price: { ...byPrice, isDescending: false },
  '-price': { ...byPrice, isDescending: true },
  stock: { ...byStock, isDescending: false },
  '-stock': { ...byStock, isDescending: true },
}

export const scopeOf = (sort: StaffProductSort): string => `all-products.${sort}`

/** @throws invalid_input when a cursor was made up */
export function requirePlace(sort: StaffProductSort, cursor: Cursor): Cursor {
  if (z.tuple([plans[sort].value, z.uuid()]).safeParse(cursor.values).success) return cursor
  throw badCursor()
}

/** `asc` or `desc` of key and id when reading in the cursor's direction. */
export const orderOf = (sort: StaffProductSort, cursor: Cursor | null): SQL =>
  plans[sort].isDescending === ((cursor?.direction ?? 'next') === 'next') ? sql`desc` : sql`asc`

/** The rows behind the cursor, in its direction. Source: keyset pagination by row comparison. */
function isBeyond(sort: StaffProductSort, { values: [value, id], direction }: Cursor, place: SQL): SQL {
  const isBelow = plans[sort].isDescending === (direction === 'next')
  return sql`${place} ${isBelow ? sql`<` : sql`>`} (${value}::${sql.raw(plans[sort].type)}, ${id}::uuid)`
}

type Wanted = { filters: StaffProductFilters; sort: StaffProductSort; cursor: Cursor | null; limit: number }

/**
 * `id` and `sort_key` of a page, in reading order. Reading in order until a page is full takes for ever when next to nothing fits, so with
 * filters up to `HITS_LIMIT` hits are found first, in no order: if these are all, they are sorted; otherwise the list is read in order.
 */
export function placesOf({ filters, sort, cursor, limit }: Wanted): SQL {
  const conditions = conditionsOf(filters)
  const { key, id = sql`p.id` } = plans[sort]
  const places = sql`select p.id, ${key} as sort_key ${tablesOf(filters, sort)}`
  const order = orderOf(sort, cursor)
  const ends = sql`order by sort_key ${order}, id ${order} limit ${sql.raw(String(limit))}`
  const inOrder = (...more: SQL[]): SQL => {
    const all = [...conditions, ...more, ...(cursor ? [isBeyond(sort, cursor, sql`(${key}, ${id})`)] : [])]
    const read = (also: SQL) => sql`(${places} where ${and([...all, also])} order by ${key} ${order}, ${id} ${order} limit ${sql.raw(String(limit))})`
    // The index on units begins with whether the product is for sale: one reading for each answer.
    return sort.endsWith('stock') ? sql`${read(sql`s.is_active`)} union all ${read(sql`not s.is_active`)}` : read(sql`true`)
  }
  if (conditions.length === 0) return sql`select * from (${inOrder()}) placed ${ends}`
  const behind = cursor ? isBeyond(sort, cursor, sql`(sort_key, id)`) : sql`true`
  return sql`
    with hits as materialized (${places} where ${and(conditions)} limit ${sql.raw(String(HITS_LIMIT + 1))})
    select * from ((select * from hits where ${isAll} and ${behind} ${ends}) union all ${inOrder(sql`not ${isAll}`)}) placed ${ends}`
}

const isAll = sql`((select count(*) from hits) <= ${sql.raw(String(HITS_LIMIT))})`

/** The ids of what matches, in no order; counting them stops at `limit`. */
export const anyOf = (filters: StaffProductFilters, limit: number): SQL =>
  sql`select p.id ${tablesOf(filters)} where ${and(conditionsOf(filters))} limit ${sql.raw(String(limit))}`

function tablesOf({ stock, category }: StaffProductFilters, sort?: StaffProductSort): SQL {
  const units = stock || sort?.endsWith('stock') ? sql`join product_stock s on s.product_id = p.id` : sql``
  const places = category ? sql`join category_products b on b.product_id = p.id and b.category_id = ${category}` : sql``
  return sql`from products p ${units} ${places}`
}

function conditionsOf({ q, status, category, stock }: StaffProductFilters): SQL[] {
  const words = (q ?? '').split(/\s+/).filter(Boolean)
  const allIn = (text: SQL) => and(words.map((word) => sql`${text} ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`))
  return [
    ...(words.length > 0 ? [sql`((${allIn(sql`p.name`)}) or (${allIn(sql`p.sku_text`)}))`] : []),
    ...(status ? [ofStatus[status]] : []),
    ...(category ? [sql`b.category_id = ${category}`] : []),
    ...(stock ? [inStock[stock]] : []),
  ]
}

const ofStatus = {
  active: sql`p.is_active`,
  draft: sql`not p.is_active and p.archived_at is null`,
  archived: sql`not p.is_active and p.archived_at is not null`,
}

const inStock = {
  out: sql`s.is_active in (true, false) and s.quantity = 0 and p.track_inventory`,
  // Nothing is low above the highest threshold: the index on units stops there.
  low: sql`s.is_active in (true, false) and s.quantity <= (select max(low_stock_threshold) from products)
    and s.quantity <= p.low_stock_threshold and p.track_inventory`,
  in: sql`(s.quantity > p.low_stock_threshold or not p.track_inventory)`,
}

const and = (conditions: SQL[]): SQL => (conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `))
