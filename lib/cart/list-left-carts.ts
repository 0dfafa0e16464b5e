import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { type Cursor, decodeCursor, timeAndId } from '@/lib/core/cursors'
import type { CartId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { isLeft, since } from './left-carts-sql'
import type { LeftCart, LeftCartFilters, LeftCartPage, ListLeftCarts } from './staff-schemas'

const SCOPE = 'left-carts'
/** No further than people read. */
const COUNTED_TO = 10_000

/**
 * Carts that somebody with an address left behind, and those of them that a reminder brought back, by when they were touched last, the
 * newest first, by cursor. Two statements, whatever the page. @throws forbidden, invalid_input
 */
export async function listLeftCarts(ctx: Ctx, { cursor: text, page_size: size, ...filters }: ListLeftCarts): Promise<LeftCartPage> {
  requireCan(ctx, 'orders.read')
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const [rows, total] = await Promise.all([readRows(filters, cursor, size + 1), countCarts(filters)])
  const slice = sliceOf(rows, { scope: SCOPE, size, cursor })
  return {
    data: slice.rows.map(viewOf),
    next_cursor: slice.next_cursor,
    prev_cursor: slice.prev_cursor,
    total: Math.min(total, COUNTED_TO),
    total_is_exact: total <= COUNTED_TO,
  }
}

type Row = {
  id: CartId
  sort_key: string
  email: string
  items: number
  worth_minor: number
  currency: string
  reminders: number
  order_number: string | null
}

/** The page is found first, and only its carts are priced. */
async function readRows(filters: LeftCartFilters, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const order = cursor?.direction === 'prev' ? sql`c.updated_at, c.id` : sql`c.updated_at desc, c.id desc`
  const of = sql` ${cursor ? sql`and ${beyond(cursor)}` : sql``} order by ${order} limit ${limit}`
  return [
    ...(await database().execute<Row>(sql`
      ${sql.raw(PLAN_AFRESH)} with page as (
        select c.* from (${sql.join(
          branchesOf(filters).map((branch) => sql`(${branch(sql`c.id, c.updated_at, c.email, c.currency, c.cached_total_items`)}${of})`),
          sql` union all `,
        )}) c order by ${order} limit ${limit}
      )
      select c.id, to_char(c.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as sort_key, c.email,
        coalesce(o.currency, c.currency) as currency, coalesce(o.total_items, c.cached_total_items) as items,
        coalesce(o.total_minor, w.worth_minor)::float8 as worth_minor, s.reminders, o.order_number
      from page c
      cross join lateral (select count(*)::int as reminders, min(r.recovered_order_id::text)::uuid as order_id from cart_reminders r where r.cart_id = c.id) s
      left join orders o on o.id = s.order_id
      cross join lateral (
        select coalesce(sum(i.quantity * coalesce(v.price_minor, p.price_minor)) filter (where v.is_active and p.is_active), 0) as worth_minor
        from cart_items i join product_variants v on v.id = i.variant_id join products p on p.id = i.product_id where i.cart_id = c.id
      ) w
      order by ${order}`)),
  ]
}

async function countCarts(filters: LeftCartFilters): Promise<number> {
  const parts = branchesOf(filters).map((branch) => sql`(${branch(sql`1`)} limit ${COUNTED_TO + 1})`)
  const [row] = await database().execute<{ count: number }>(sql`
    ${sql.raw(PLAN_AFRESH)} select count(*)::int as count from (${sql.join(parts, sql` union all `)}) counted`)
  return row?.count ?? 0
}

type Branch = (columns: SQL) => SQL

/** What still waits and what came back, each found by an index of its own: no cart is both. */
function branchesOf({ q, state, days }: LeftCartFilters): Branch[] {
  const named = q ? sql` and lower(c.email) like ${`%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`}` : sql``
  const from = days ? since(Number(days)) : null
  const open: Branch = (columns) => sql`
    select ${columns} from carts c where ${isLeft} and c.currency = (select currency from settings)${named}${from ? sql` and c.updated_at >= ${from}` : sql``}`
  const recovered: Branch = (columns) => sql`
    select ${columns} from carts c where c.email is not null and c.id in (
      select r.cart_id from cart_reminders r where r.recovered_order_id is not null${from ? sql` and r.created_at >= ${from}` : sql``})${named}`
  if (state === 'open') return [open]
  return state === 'recovered' ? [recovered] : [open, recovered]
}

function beyond(cursor: Cursor): SQL {
  const { at, id } = timeAndId(cursor)
  return sql`(c.updated_at, c.id) ${cursor.direction === 'prev' ? sql`>` : sql`<`} (${at}::timestamptz, ${id}::uuid)`
}

const viewOf = ({ id, sort_key, email, items, worth_minor, currency, reminders, order_number }: Row): LeftCart => ({
  ...{ id, email, items, reminders },
  touched_at: new Date(sort_key).toISOString(),
  worth: money(worth_minor, currency),
  order: order_number,
})
