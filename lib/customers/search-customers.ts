import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, type Cursor, decodeCursor, timeAndId } from '@/lib/core/cursors'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { type CustomerRow, customerColumns, customerView } from './customer-view'
import type { CustomerFilters, CustomerPage, CustomerSort, CustomerSummary, SearchCustomers } from './staff-schemas'

/** No further than people read. */
const COUNTED_TO = 10_000

/**
 * People whose name or address contains the words, by when they joined or what they spent, by cursor (R135). The trigram index finds them;
 * without words the index on their age does, or the one on what was spent, which `customer_totals` keeps. Two statements. @throws forbidden, invalid_input
 */
export async function searchCustomers(ctx: Ctx, { cursor: text, page_size: size, sort, ...filters }: SearchCustomers): Promise<CustomerPage> {
  requireCan(ctx, 'customers.read')
  const scope = `customers.${sort}`
  const cursor = text ? decodeCursor(scope, text) : null
  const [rows, total] = await Promise.all([readRows(filters, sort, cursor, size + 1), countCustomers(filters)])
  const slice = sliceOf(rows, { scope, size, cursor })
  return {
    data: slice.rows.map(summaryOf),
    next_cursor: slice.next_cursor,
    prev_cursor: slice.prev_cursor,
    total: Math.min(total, COUNTED_TO),
    total_is_exact: total <= COUNTED_TO,
  }
}

/** All that match, some at a time, for a file. @throws forbidden */
export async function* eachCustomer(ctx: Ctx, filters: CustomerFilters, sort: CustomerSort, atOnce = 500): AsyncIterable<CustomerSummary[]> {
  requireCan(ctx, 'customers.read')
  let cursor: Cursor | null = null
  do {
    const rows: Row[] = await readRows(filters, sort, cursor, atOnce)
    if (rows.length > 0) yield rows.map(summaryOf)
    const last = rows.at(-1)
    cursor = rows.length === atOnce && last ? { values: [last.sort_key, last.id], direction: 'next' } : null
  } while (cursor)
}

type Row = CustomerRow & { sort_key: string; orders: number; spent_minor: number; last_order_at: string | null; currency: string }

async function readRows(filters: CustomerFilters, sort: CustomerSort, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const isSpent = sort.endsWith('spent')
  const isDown = sort.startsWith('-') !== (cursor?.direction === 'prev')
  // Both columns of the index that delivers the order.
  const [key, id] = isSpent ? [sql`t.spent_minor`, sql`t.user_id`] : [sql`u.created_at`, sql`u.id`]
  const after = cursor ? sql` and (${key}, ${id}) ${isDown ? sql`<` : sql`>`} ${isSpent ? spentAndId(cursor) : joinedAndId(cursor)}` : sql``
  const direction = isDown ? sql`desc nulls first` : sql`asc nulls last`
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} select ${customerColumns}, t.orders, t.spent_minor, t.last_order_at, (select currency from settings) as currency,
        ${isSpent ? sql`${key}::text` : sql`to_char(${key} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`} as sort_key
      from ${people} where ${conditionsOf(filters)}${after} order by ${key} ${direction}, ${id} ${direction} limit ${limit}`)),
  ]
}

/** Everybody has a row of totals. */
const people = sql`users u join customer_totals t on t.user_id = u.id`

async function countCustomers(filters: CustomerFilters): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    ${sql.raw(PLAN_AFRESH)} select count(*)::int as count from (
      select from ${filters.ordered ? people : sql`users u`} where ${conditionsOf(filters)} limit ${COUNTED_TO + 1}) counted`)
  return row?.count ?? 0
}

function conditionsOf({ q, role, ordered, standing, from, to }: CustomerFilters): SQL {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return sql.join(
    [
      sql`u.erased_at is null`,
      ...words.map((word) => sql`lower(u.name || ' ' || u.email) like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
      ...(role ? [sql`u.role = ${role}`] : []),
      ...(ordered ? [ordered === 'yes' ? sql`t.orders > 0` : sql`t.orders = 0`] : []),
      ...(standing ? [standing === 'banned' ? sql`u.banned_at is not null` : sql`u.banned_at is null`] : []),
      ...(from ? [sql`u.created_at >= ${startOfDay(from)}`] : []),
      ...(to ? [sql`u.created_at < ${startOfDay(to)} + interval '1 day'`] : []),
    ],
    sql` and `,
  )
}

const startOfDay = (day: string) => sql`(${day}::timestamp at time zone (select time_zone from settings))`

function joinedAndId(cursor: Cursor): SQL {
  const { at, id } = timeAndId(cursor)
  return sql`(${at}::timestamptz, ${id}::uuid)`
}

const SpentPlace = z.tuple([z.string().regex(/^\d{1,18}$/), z.uuid()])

function spentAndId({ values }: Cursor): SQL {
  const place = SpentPlace.safeParse(values)
  if (!place.success) throw badCursor()
  const [spent, id] = place.data
  return sql`(${spent}::bigint, ${id}::uuid)`
}

const summaryOf = (row: Row): CustomerSummary => ({
  ...customerView(row),
  orders: row.orders,
  spent: money(row.spent_minor, row.currency),
  last_order_at: row.last_order_at === null ? null : new Date(row.last_order_at).toISOString(),
})
