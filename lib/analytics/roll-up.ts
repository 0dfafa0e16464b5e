import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { env } from '@/lib/platform/env'
import { countedCategories, countedFunnel, countedProducts, countedSales } from './counted-sql'

/** Longer than any transaction: an order carries the time at which its transaction began and is seen when it ends. */
export const OVERLAP_MINUTES = 15

/** So many days are written in one transaction. */
const DAYS_AT_ONCE = 31

/** So far back carts are counted anew, and by the first run; all of them are kept longer, so that no day is counted from what is left of it. */
const FUNNEL_DAYS = 30
const FUNNEL_DAYS_AT_FIRST = 85

/** One number for "days are being rolled up": of two at once the second stays away. */
const ROLL_UP_LOCK = 7_301_951

type Span = { first: string; last: string }
type Due = { zone: string; until: string; spans: Span[]; funnel: Span }

/**
 * Brings the daily figures up to the orders, refunds and carts: the days that something was written for since the last time are counted
 * anew, so that a run which is repeated, overlaps or comes late changes nothing that is right. The first run, and the first in another
 * time zone, counts every day there is, and the carts of the last twelve weeks. @returns how many days it counted; null while another process is at it.
 */
export async function rollUp(ctx: Ctx): Promise<number | null> {
  requireCan(ctx, 'reports.read')
  const due = await findDue()
  let days = 0
  for (const span of due.spans) {
    const counted = await inTurn((tx) => writeDays(tx, span, due.zone))
    if (counted === null) return null
    days += counted
  }
  return inTurn(async (tx) => {
    await write(
      tx,
      { ...due, span: due.funnel },
      { table: 'daily_funnel', counted: countedFunnel, keys: ['day'], values: ['carts', 'checkouts', 'orders', 'paid'] },
    )
    await tx.execute(sql`
      insert into analytics_state (time_zone, counted_until) values (${due.zone}, ${due.until}::timestamptz)
      on conflict (id) do update set time_zone = excluded.time_zone, counted_until = excluded.counted_until`)
    return days
  })
}

/** Which days to count, in order, at most so many in one piece. One statement. */
async function findDue(): Promise<Due> {
  const rows = await database().execute<{ zone: string; until: string; today: string; is_first: boolean; day: string | null }>(sql`
    with shop as (
      select s.time_zone as zone, now() as until, a.counted_until - make_interval(mins => ${OVERLAP_MINUTES}) as since
      from settings s left join analytics_state a on a.time_zone = s.time_zone where s.id = 1
    ), written as (
      select o.paid_at as at from orders o, shop where o.paid_at >= coalesce(shop.since, '-infinity')
      union all
      select r.created_at from refunds r, shop where r.updated_at >= coalesce(shop.since, '-infinity')
      union all
      -- What nobody has counted any more, but stands there: of another time zone, for example.
      select (d.day::timestamp + interval '12 hours') at time zone shop.zone from daily_sales d, shop where shop.since is null
    )
    select shop.zone, shop.until::text as until, (shop.until at time zone shop.zone)::date::text as today, shop.since is null as is_first, days.day::text as day
    from shop left join (select distinct (w.at at time zone s.zone)::date as day from written w, shop s) days on true
    order by days.day`)
  const [first] = rows
  if (!first) throw new Error('The settings row is missing. Run the migrations.')
  const days = rows.flatMap(({ day }) => (day === null ? [] : [day]))
  const funnelDays = first.is_first ? FUNNEL_DAYS_AT_FIRST : FUNNEL_DAYS
  return { zone: first.zone, until: first.until, spans: spansOf(days), funnel: { first: plusDays(first.today, -funnelDays), last: first.today } }
}

/** Neighbouring days in one piece, up to `DAYS_AT_ONCE`. */
export function spansOf(days: string[]): Span[] {
  const spans: Span[] = []
  for (const day of days) {
    const open = spans.at(-1)
    if (open && day === plusDays(open.last, 1) && day < plusDays(open.first, DAYS_AT_ONCE)) open.last = day
    else spans.push({ first: day, last: day })
  }
  return spans
}

export const plusDays = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const inTurn = <T>(work: (tx: Tx) => Promise<T>): Promise<T | null> =>
  transaction(
    async (tx) => {
      const [lock] = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${ROLL_UP_LOCK}) as free`)
      return lock?.free ? work(tx) : null
    },
    { statementTimeoutMs: env.QUERY_TIMEOUT * 1000 },
  )

/** Products first: categories are counted by what stands there. */
async function writeDays(tx: Tx, span: Span, zone: string): Promise<number> {
  const which = { zone, span }
  await write(tx, which, {
    table: 'daily_sales',
    counted: countedSales,
    keys: ['day', 'currency'],
    values: ['orders', 'units', 'revenue_minor', 'tax_minor', 'shipping_minor', 'discount_minor', 'refunds', 'refunds_minor'],
  })
  const values = ['orders', 'units', 'revenue_minor']
  const firstCategory = { column: 'category_id', value: sql`(select p.primary_category_id from products p where p.id = counted.product_id)` }
  await write(tx, which, { table: 'daily_products', counted: countedProducts, keys: ['day', 'currency', 'product_id'], values, kept: firstCategory })
  await write(tx, which, { table: 'daily_categories', counted: countedCategories, keys: ['day', 'currency', 'category_id'], values })
  return (Date.parse(span.last) - Date.parse(span.first)) / 86_400_000 + 1
}

type Table = {
  table: string
  counted: SQL
  keys: string[]
  values: string[]
  /** Written once, with a row that is new, and left as it is afterwards. */
  kept?: { column: string; value: SQL }
}

/** Makes the rows of these days equal what was counted: what is new comes, what differs changes, what is no more goes. One statement. */
async function write(tx: Tx, { zone, span }: { zone: string; span: Span }, { table, counted, keys, values, kept }: Table): Promise<void> {
  const names = (columns: string[], of?: string) =>
    sql.join(
      columns.map((column) => (of ? sql`${sql.identifier(of)}.${sql.identifier(column)}` : sql.identifier(column))),
      sql`, `,
    )
  const target = sql.identifier(table)
  await tx.execute(sql`
    with span as (select ${zone}::text as zone, ${span.first}::date as first, ${span.last}::date as last),
    counted as materialized (${counted}),
    gone as (
      delete from ${target} using span where ${target}.day between span.first and span.last
        and not exists (select from counted where (${names(keys, 'counted')}) = (${names(keys, table)}))
    )
    insert into ${target} (${names(keys)}, ${names(values)}${kept ? sql`, ${sql.identifier(kept.column)}` : sql``})
    select ${names(keys, 'counted')}, ${names(values, 'counted')}${kept ? sql`, ${kept.value}` : sql``} from counted
    on conflict (${names(keys)}) do update set ${sql.join(
      values.map((column) => sql`${sql.identifier(column)} = excluded.${sql.identifier(column)}`),
      sql`, `,
    )}
    where (${names(values, table)}) is distinct from (${names(values, 'excluded')})`)
}
