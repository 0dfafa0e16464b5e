import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { FulfillmentStatus, OrderStatus, PaymentStatus } from '@/db/schema/orders'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { type Cursor, decodeCursor, timeAndId } from '@/lib/core/cursors'
import type { OrderId, UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import type { ListAllOrders, OrderFilters, StaffOrderPage, StaffOrderSummary } from './staff-schemas'
import { isToSend } from './waiting-sql'

const SCOPE = 'all-orders'
/** No further than people read. */
const COUNTED_TO = 10_000

/** Everybody's orders for staff, newest first, by cursor. Two statements, whatever the page. @throws forbidden, invalid_input */
export async function listAllOrders(ctx: Ctx, { cursor: text, page_size: size, ...filters }: ListAllOrders): Promise<StaffOrderPage> {
  requireCan(ctx, 'orders.read')
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const [rows, total] = await Promise.all([readRows(filters, cursor, size + 1), countOrders(filters)])
  const slice = sliceOf(rows, { scope: SCOPE, size, cursor })
  return {
    data: slice.rows.map(summaryOf),
    next_cursor: slice.next_cursor,
    prev_cursor: slice.prev_cursor,
    total: Math.min(total, COUNTED_TO),
    total_is_exact: total <= COUNTED_TO,
  }
}

type Chosen = OrderFilters & { numbers?: readonly string[] }

/** How many of these are waiting to be sent, counted to the end, and the newest of them. Two statements. @throws forbidden */
export async function listWaiting(ctx: Ctx, chosen: Chosen, sample: number): Promise<{ count: number; newest: StaffOrderSummary[] }> {
  requireCan(ctx, 'orders.read')
  const waiting = waitingOf(chosen)
  const [count, rows] = await Promise.all([countOrders(waiting, 2_147_483_646), readRows(waiting, null, sample)])
  return { count, newest: rows.map(summaryOf) }
}

/** Those that match and are waiting to be sent, newest first, some at a time, for what is done to all of them. @throws forbidden */
export async function* eachWaiting(ctx: Ctx, filters: OrderFilters, atOnce: number): AsyncIterable<string[]> {
  for await (const orders of eachOrder(ctx, waitingOf(filters), atOnce)) yield orders.map(({ number }) => number)
}

/** What is to send of what was asked for: a filter for another status leaves nothing. */
const waitingOf = ({ status, ...chosen }: Chosen): Chosen => ({
  ...chosen,
  status: 'to_send',
  ...(status && status !== 'paid' && status !== 'to_send' && { numbers: [] }),
})

/** All that match, newest first, some at a time, for a file. @throws forbidden */
export async function* eachOrder(ctx: Ctx, filters: Chosen, atOnce = 500): AsyncIterable<StaffOrderSummary[]> {
  requireCan(ctx, 'orders.read')
  let cursor: Cursor | null = null
  do {
    const rows: Row[] = await readRows(filters, cursor, atOnce)
    if (rows.length > 0) yield rows.map(summaryOf)
    const last = rows.at(-1)
    cursor = rows.length === atOnce && last ? { values: [last.sort_key, last.id], direction: 'next' } : null
  } while (cursor)
}

type Row = {
  id: OrderId
  number: string
  status: OrderStatus
  payment_status: PaymentStatus
  fulfillment_status: FulfillmentStatus
  sort_key: string
  user_id: UserId | null
  name: string | null
  email: string
  currency: string
  total_minor: number
  total_items: number
  has_open_return: boolean
}

async function readRows(filters: Chosen, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const order =
    cursor?.direction === 'prev' ? sql`o.created_at asc nulls last, o.id asc nulls last` : sql`o.created_at desc nulls first, o.id desc nulls first`
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} select o.id, o.order_number as number, o.status, o.payment_status, o.fulfillment_status, o.user_id,
        o.shipping_address ->> 'fullName' as name, o.email, o.currency, o.total_minor, o.total_items,
        to_char(o.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sort_key,
        exists (select from returns r where r.order_id = o.id and r.status in ('requested', 'approved', 'received')) as has_open_return
      from orders o where ${conditionsOf(filters)}${cursor ? sql` and ${beyond(cursor)}` : sql``} order by ${order} limit ${limit}`)),
  ]
}

async function countOrders(filters: Chosen, to = COUNTED_TO): Promise<number> {
  const [row] = await database().execute<{ count: number }>(sql`
    ${sql.raw(PLAN_AFRESH)} select count(*)::int as count from (select from orders o where ${conditionsOf(filters)} limit ${to + 1}) counted`)
  return row?.count ?? 0
}

function conditionsOf({
  numbers,
  q,
  status,
  payment_status,
  fulfillment_status,
  return_status,
  from,
  to,
  paid_from,
  paid_to,
  total_min,
  total_max,
  customer,
}: Chosen): SQL {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const text = sql`lower(o.order_number || ' ' || o.email || ' ' || coalesce(o.shipping_address ->> 'fullName', ''))`
  return sql.join(
    [
      sql`true`,
      ...(numbers ? [sql`o.order_number in (select jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`] : []),
      ...words.map((word) => sql`${text} like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`),
      ...(status === 'to_send' ? [isToSend] : status ? [sql`o.status = ${status}`] : []),
      ...(payment_status ? [sql`o.payment_status = ${payment_status}`] : []),
      ...(fulfillment_status ? [sql`o.fulfillment_status = ${fulfillment_status}`] : []),
      ...(return_status ? [sql`exists (select from returns r where r.order_id = o.id and r.status = ${return_status})`] : []),
      ...(from ? [sql`o.created_at >= ${startOfDay(from)}`] : []),
      ...(to ? [sql`o.created_at < ${startOfDay(to)} + interval '1 day'`] : []),
      ...(paid_from ? [sql`o.paid_at >= ${startOfDay(paid_from)}`] : []),
      ...(paid_to ? [sql`o.paid_at < ${startOfDay(paid_to)} + interval '1 day'`] : []),
      ...(total_min === undefined ? [] : [sql`o.total_minor >= ${total_min}`]),
      ...(total_max === undefined ? [] : [sql`o.total_minor <= ${total_max}`]),
      ...(customer ? [sql`o.user_id = ${customer}`] : []),
    ],
    sql` and `,
  )
}

const startOfDay = (day: string) => sql`(${day}::timestamp at time zone (select time_zone from settings))`

function beyond(cursor: Cursor): SQL {
  const { at, id } = timeAndId(cursor)
  const place = sql`(${at}::timestamptz, ${id}::uuid)`
  return cursor.direction === 'next' ? sql`(o.created_at, o.id) < ${place}` : sql`(o.created_at, o.id) > ${place}`
}

function summaryOf(row: Row): StaffOrderSummary {
  const { number, status, payment_status, fulfillment_status, sort_key, user_id, name, email, currency, total_minor, total_items } = row
  return {
    number,
    status,
    payment_status,
    fulfillment_status,
    placed_at: sort_key,
    customer: { id: user_id, name: name ?? '', email },
    total: money(total_minor, currency),
    total_items,
    has_open_return: row.has_open_return,
  }
}
