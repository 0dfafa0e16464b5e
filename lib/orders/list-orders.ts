import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { OrderStatus, PaymentStatus } from '@/db/schema/orders'
import { sliceOf } from '@/lib/catalog/list-cursors'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import { type Cursor, decodeCursor, timeAndId } from '@/lib/core/cursors'
import type { OrderId, UserId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireUser } from '@/lib/platform/auth/can'
import type { ListOrders, OrderPage, OrderSummary } from './list-schemas'
import { isCancellable } from './transitions'

const SCOPE = 'orders'
const LINES_SHOWN = 4

/**
 * The signed-in person's orders, newest first, narrowed by status, year and words. By cursor only: the first page costs what the
 * five-hundredth costs. One statement. @throws unauthenticated, invalid_input for a cursor of another list.
 */
export async function listOrders(ctx: Ctx, { cursor: text, page_size: size, ...filters }: ListOrders): Promise<OrderPage> {
  const userId = requireUser(ctx)
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const isBackwards = cursor?.direction === 'prev'
  const direction = isBackwards ? sql`asc` : sql`desc`
  const rows = await database().execute<Row>(sql`
    select o.id, o.order_number as number, o.status, o.payment_status, o.fulfillment_status, o.currency, o.total_minor, o.total_items,
      ${utcText} as sort_key, ${firstLines} as lines
    from orders o where ${sql.join([...conditionsOf(userId, filters), ...(cursor ? [beyond(cursor)] : [])], sql` and `)}
    order by o.created_at ${direction}, o.id ${direction} limit ${size + 1}`)
  const slice = sliceOf([...rows], { scope: SCOPE, size, cursor })
  return { data: slice.rows.map(summaryOf), next_cursor: slice.next_cursor, prev_cursor: slice.prev_cursor }
}

type Row = {
  id: OrderId
  number: string
  status: OrderStatus
  payment_status: PaymentStatus
  fulfillment_status: OrderSummary['fulfillment_status']
  currency: string
  total_minor: number
  total_items: number
  sort_key: string
  lines: { name: string; variant_title: string; quantity: number; picture_hash: string | null }[] | null
}

/** Milliseconds are the column's precision, so the text is exact. */
const utcText = sql`to_char(o.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const firstLines = sql`(
  select json_agg(json_build_object('name', i.product_name, 'variant_title', i.variant_title, 'quantity', i.quantity,
    'picture_hash', i.picture_hash) order by i.position)
  from (select * from order_items i where i.order_id = o.id order by i.position limit ${LINES_SHOWN}) i)`

function conditionsOf(userId: UserId, { status, year, search }: Pick<ListOrders, 'status' | 'year' | 'search'>): SQL[] {
  return [
    sql`o.user_id = ${userId}`,
    ...(status ? [sql`o.status = ${status}`] : []),
    ...(year ? [sql`o.created_at >= ${startOf(year)} and o.created_at < ${startOf(year + 1)}`] : []),
    ...(search ? [mentions(search)] : []),
  ]
}

const startOf = (year: number) => sql`(make_timestamp(${year}, 1, 1, 0, 0, 0) at time zone (select time_zone from settings))`

/** A number is known by its start, with or without the letters before it, and as people write it: `#HS-1000`. */
function mentions(search: string): SQL {
  const pattern = search.replaceAll(/[\\%_]/g, '\\$&')
  const number = pattern.replace(/^#\s*(?=.)/, '')
  return sql`(o.order_number ilike ${/^\d/.test(number) ? `%-${number}%` : `${number}%`}
    or exists (select 1 from order_items i where i.order_id = o.id and i.product_name ilike ${`%${pattern}%`}))`
}

function beyond(cursor: Cursor): SQL {
  const { at, id } = timeAndId(cursor)
  const place = sql`(${at}::timestamptz, ${id}::uuid)`
  return cursor.direction === 'next' ? sql`(o.created_at, o.id) < ${place}` : sql`(o.created_at, o.id) > ${place}`
}

function summaryOf({ number, status, payment_status, fulfillment_status, currency, total_minor, total_items, sort_key, lines }: Row): OrderSummary {
  return {
    number,
    status,
    payment_status,
    fulfillment_status,
    placed_at: sort_key,
    total: money(total_minor, currency),
    total_items,
    lines: (lines ?? []).map(({ picture_hash: hash, ...line }) => ({
      ...line,
      picture: pictureView(hash ? { hash, blur: '', alt: line.name } : null),
    })),
    is_cancellable: isCancellable(status, fulfillment_status),
  }
}
