import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, type Cursor, decodeCursor } from '@/lib/core/cursors'
import { requireCan } from '@/lib/platform/auth/can'
import { levelColumns } from './level-columns'
import type { InventoryFilters, InventoryPage, ListInventory, StockLevel } from './schemas'
import { isLow } from './stock-alerts'

/**
 * What is on hand of each tracked variant, by cursor: variants of one product together and in the product's order, the newest products first; what is low, fewest units
 * first. One statement, whatever the page. @throws forbidden, invalid_input
 */
export async function listInventory(ctx: Ctx, { cursor: text, page_size: size, ...filters }: ListInventory): Promise<InventoryPage> {
  requireCan(ctx, 'inventory.write')
  const scope = filters.level === 'low' ? 'low-stock' : 'inventory'
  const cursor = text ? decodeCursor(scope, text) : null
  const { rows, ...cursors } = sliceOf(await readRows(filters, cursor, size + 1), { scope, size, cursor })
  return { data: rows.map(levelOf), ...cursors }
}

/** All that match in the list's order, some at a time, for a file. @throws forbidden */
export async function* eachLevel(ctx: Ctx, filters: InventoryFilters, atOnce = 500): AsyncIterable<StockLevel[]> {
  requireCan(ctx, 'inventory.write')
  let cursor: Cursor | null = null
  do {
    const rows: Row[] = await readRows(filters, cursor, atOnce)
    if (rows.length > 0) yield rows.map(levelOf)
    const last = rows.at(-1)
    cursor = rows.length === atOnce && last ? { values: [last.sort_key, last.id], direction: 'next' } : null
  } while (cursor)
}

type Row = StockLevel & { id: string; sort_key: string }

const levelOf = ({ id: _, sort_key: __, ...level }: Row): StockLevel => level

async function readRows({ q, level }: InventoryFilters, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const order = level === 'low' ? byUnits : byProduct
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} select l.variant_id as id, ${order.key} as sort_key, ${levelColumns}
      from inventory_levels l join product_variants v on v.id = l.variant_id join products p on p.id = l.product_id
        join ${level === 'low' && !q ? lowest(cursor, limit) : sql`product_stock`} s on s.product_id = l.product_id
      where p.track_inventory and ${sql.join([...narrowed(level), ...matching(q), ...(cursor ? [order.beyond(cursor)] : []), sql`true`], sql` and `)}
      order by ${cursor?.direction === 'prev' ? order.backwards : order.forwards} limit ${limit}`)),
  ]
}

/** Each product has a variant at least, so a page needs no more low products than it has rows: found by the index, and only then joined. */
function lowest(cursor: Cursor | null, limit: number): SQL {
  const isBack = cursor?.direction === 'prev'
  const [units, product] = cursor ? placeByUnits(cursor) : []
  const from = cursor ? sql`and (s.quantity, s.product_id) ${isBack ? sql`<=` : sql`>=`} (${units}::int, ${product}::uuid)` : sql``
  return sql`(
    select s.product_id, s.quantity, s.is_active from product_stock s join products p on p.id = s.product_id
    where ${isLow} ${from} order by ${isBack ? sql`s.quantity desc, s.product_id desc` : sql`s.quantity, s.product_id`} limit ${limit + 1})`
}

const narrowed = (level: ListInventory['level']): SQL[] =>
  level === 'low' ? [isLow] : level === 'out' ? [sql`l.on_hand - l.reserved <= 0 and l.is_counted`] : []

/** Every word in the product's name, or in the variant's SKU or its product's. The trigram indexes find the products. */
function matching(q: string | undefined): SQL[] {
  const words = (q ?? '').split(/\s+/).filter(Boolean)
  const all = (column: SQL) =>
    sql.join(
      words.map((word) => sql`${column} ilike ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
      sql` and `,
    )
  if (words.length === 0) return []
  const [name, skus, sku] = [sql`p.name`, sql`p.sku_text`, sql`(p.sku || ' ' || v.sku)`].map(all)
  return [sql`((${name}) or (${skus}))`, sql`((${name}) or (${sku}))`]
}

type Order = { key: SQL; forwards: SQL; backwards: SQL; beyond(cursor: Cursor): SQL }

const byProduct: Order = {
  key: sql`l.product_id || ' ' || v.position`,
  forwards: sql`l.product_id desc, v.position, l.variant_id`,
  backwards: sql`l.product_id, v.position desc, l.variant_id desc`,
  beyond({ values: [place, id], direction }) {
    const [product, position, variant] = parsed(z.tuple([z.uuid(), z.coerce.number().int(), z.uuid()]), [...String(place).split(' '), id])
    const here = sql`(${position}::int, ${variant}::uuid)`
    return direction === 'next'
      ? sql`l.product_id <= ${product} and (l.product_id < ${product} or (v.position, l.variant_id) > ${here})`
      : sql`l.product_id >= ${product} and (l.product_id > ${product} or (v.position, l.variant_id) < ${here})`
  },
}

const byUnits: Order = {
  key: sql`s.quantity || ' ' || l.product_id || ' ' || v.position`,
  forwards: sql`s.quantity, l.product_id, v.position, l.variant_id`,
  backwards: sql`s.quantity desc, l.product_id desc, v.position desc, l.variant_id desc`,
  beyond(cursor) {
    const [units, product, position, variant] = placeByUnits(cursor)
    const here = sql`(${units}::int, ${product}::uuid, ${position}::int, ${variant}::uuid)`
    // The first condition alone can be looked up in the index.
    return cursor.direction === 'next'
      ? sql`s.quantity >= ${units} and (s.quantity, l.product_id, v.position, l.variant_id) > ${here}`
      : sql`s.quantity <= ${units} and (s.quantity, l.product_id, v.position, l.variant_id) < ${here}`
  },
}

const placeByUnits = ({ values: [place, id] }: Cursor) =>
  parsed(z.tuple([z.coerce.number().int(), z.uuid(), z.coerce.number().int(), z.uuid()]), [...String(place).split(' '), id])

/** @throws invalid_input when the place was made up. */
function parsed<S extends z.ZodType>(schema: S, values: unknown): z.output<S> {
  const place = schema.safeParse(values)
  if (!place.success) throw badCursor()
  return place.data
}
