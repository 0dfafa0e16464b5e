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

/** No further than people read; whether each has ordered is asked one by one, so there sooner. */
const countedTo = ({ ordered }: CustomerFilters) => (ordered ? 1_000 : 10_000)

/**
 * People whose name or address contains the words, by when they joined or what they spent, by cursor (R135). The trigram index finds them;
 * without words the index on their age does, or the index on what was spent. Two statements. @throws forbidden, invalid_input
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
    total: Math.min(total, countedTo(filters)),
    total_is_exact: total <= countedTo(filters),
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

type Row = CustomerRow & { sort_key: string; orders: number; spent_minor: number; currency: string }

/** What each row of `people p` ordered. For the page alone, so it costs the same however many people there are. */
const ordersOfPage = sql`
  cross join (select currency from settings) s
  left join lateral (
    select count(*)::int as orders, coalesce(sum(o.total_minor) filter (where o.paid_at is not null and o.currency = s.currency), 0)::float8 as spent_minor
    from orders o where o.user_id = p.id
  ) v on true`

async function readRows(filters: CustomerFilters, sort: CustomerSort, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const isSpent = sort.endsWith('spent')
  const isDown = sort.startsWith('-') !== (cursor?.direction === 'prev')
  const key = isSpent ? sql`coalesce(t.spent, 0)` : sql`u.created_at`
  const after = cursor ? sql` and (${key}, u.id) ${isDown ? sql`<` : sql`>`} ${isSpent ? spentAndId(cursor) : joinedAndId(cursor)}` : sql``
  // As the index has it, so that it is read in order.
  const direction = isDown ? sql`desc nulls first` : sql`asc nulls last`
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} with people as (
        select ${customerColumns}, ${key} as key from users u${isSpent ? sql` left join (${spentByAll}) t on t.user_id = u.id` : sql``}
        where ${conditionsOf(filters)}${after} order by ${key} ${direction}, u.id ${direction} limit ${limit}
      )
      select p.*, ${isSpent ? sql`p.key::text` : sql`to_char(p.key at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`} as sort_key,
        v.orders, v.spent_minor, s.currency
      from people p ${ordersOfPage} order by p.key ${direction}, p.id ${direction}`)),
  ]
}

/** Read from `orders_spent` alone. */
const spentByAll = sql`
  select o.user_id, sum(o.total_minor)::bigint as spent from orders o
  where o.paid_at is not null and o.user_id is not null and o.currency = (select currency from settings) group by o.user_id`

async function countCustomers(filters: CustomerFilters): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    ${sql.raw(PLAN_AFRESH)} select count(*)::int as count from (select from users u where ${conditionsOf(filters)} limit ${countedTo(filters) + 1}) counted`)
  return row?.count ?? 0
}

function conditionsOf({ q, role, ordered, standing, from, to }: CustomerFilters): SQL {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  // With the limit Postgres asks for one person after the other and stops when the page is full; an `exists` it makes a join over all orders.
  const has = sql`(select true from orders o where o.user_id = u.id limit 1) is true`
  return sql.join(
    [
      sql`u.erased_at is null`,
      ...words.map((word) => sql`lower(u.name || ' ' || u.email) like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
      ...(role ? [sql`u.role = ${role}`] : []),
      ...(ordered ? [ordered === 'yes' ? has : sql`not (${has})`] : []),
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

const summaryOf = (row: Row): CustomerSummary => ({ ...customerView(row), orders: row.orders, spent: money(row.spent_minor, row.currency) })
