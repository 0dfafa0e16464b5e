import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { money } from '@/lib/core/money'
import type { Home } from './schemas'
import type { ShopClock } from './shop-clock'

type SoFar = { so_far_minor: number; so_far_back_minor: number; so_far_orders: number; so_far_carts: number; so_far_became: number }
type Row = SoFar & { day: string; revenue_minor: number; back_minor: number; orders: number; currency: string }

const DAY_MS = 86_400_000

/**
 * What was sold each day of the shop's calendar, for `days` days up to today and as many before: totals of the orders that were paid on
 * it and what was given back on it, from the summaries, and from the orders and refunds for the days that are not summed up yet, so it is right to the cent. For today and the same day
 * last week also what there was up to this hour, and what the carts begun in it came to. One statement.
 */
export async function dailySalesOf(days: number, clock: ShopClock): Promise<Pick<NonNullable<Home['sales']>, 'today' | 'last_week' | 'days'>> {
  const { currency, time_zone: zone, today: date, today_began, last_week_began, last_week_now, open_from, open_began } = clock
  const now = sql`>= ${today_began}::timestamptz`
  const then = sql`between ${last_week_began}::timestamptz and ${last_week_now}::timestamptz`
  const rows = await database().execute<Row>(sql`
    ${sql.raw(PLAN_AFRESH)} with sold as (
      select d.day, d.revenue_minor as revenue, d.orders, d.refunds_minor as back from daily_sales d
      where d.day >= ${date}::date - ${2 * days - 1}::int and d.day < ${open_from}::date and d.currency = ${currency}
      union all
      select l.day, sum(l.total_minor), sum(l.orders), sum(l.back_minor) from (
        select (o.paid_at at time zone ${zone})::date as day, o.total_minor, 1 as orders, 0 as back_minor from orders o
        where o.currency = ${currency} and o.paid_at >= ${open_began}::timestamptz
        union all
        select (r.created_at at time zone ${zone})::date, 0, 0, r.amount_minor from ${givenBack(sql`>= ${open_began}::timestamptz`, currency)}
      ) l group by l.day
    ), so_far (days_ago, revenue, orders, back, carts, became) as (
      select 0, (select sum(total_minor) from orders where paid_at ${now} and currency = ${currency}),
        (select count(*) from orders where paid_at ${now} and currency = ${currency}),
        (select sum(r.amount_minor) from ${givenBack(now, currency)}), c.carts, c.became from ${cartsBegun(now)} c
      union all
      select 7, (select sum(total_minor) from orders where paid_at ${then} and currency = ${currency}),
        (select count(*) from orders where paid_at ${then} and currency = ${currency}),
        (select sum(r.amount_minor) from ${givenBack(then, currency)}), c.carts, c.became from ${cartsBegun(then)} c
    )
    select c.day::date::text as day, ${currency} as currency, coalesce(s.revenue, 0)::float8 as revenue_minor, coalesce(s.orders, 0)::int as orders,
      coalesce(s.back, 0)::float8 as back_minor, coalesce(f.back, 0)::float8 as so_far_back_minor,
      coalesce(f.revenue, 0)::float8 as so_far_minor, coalesce(f.orders, 0)::int as so_far_orders, coalesce(f.carts, 0)::int as so_far_carts,
      coalesce(f.became, 0)::int as so_far_became
    from generate_series(${date}::date - ${2 * days - 1}::int, ${date}::date, interval '1 day') as c (day)
    left join sold s on s.day = c.day::date left join so_far f on c.day::date = ${date}::date - f.days_ago order by c.day`)
  const list = [...rows]
  const today = list.at(-1)
  if (!today) throw new Error('A calendar has a today')
  const lastWeek = list.find(({ day }) => Date.parse(day) === Date.parse(today.day) - 7 * DAY_MS)
  return {
    today: soFar(today),
    last_week: soFar(lastWeek ?? { ...today, so_far_minor: 0, so_far_back_minor: 0, so_far_orders: 0, so_far_carts: 0, so_far_became: 0 }),
    days: list.slice(days).map((row, index) => ({ ...dayOf(row), before: dayOf(list[index] ?? row) })),
  }
}

/** Refunds that count, by when they were decided: like `countedSales`, without what the bank refused and what came twice. */
const givenBack = (time: SQL, currency: string): SQL => sql`refunds r join orders o on o.id = r.order_id
  where r.created_at ${time} and r.currency = ${currency} and r.status <> 'failed' and not r.is_surplus and o.paid_at is not null`

/**
 * The carts that were begun in a time, and how many of them became a paid order in it: counted like `countedFunnel`, whose days are whole.
 * What was paid for a cart of another day is no part of it.
 */
const cartsBegun = (time: SQL): SQL => sql`(
  select count(*) as carts, count(*) filter (where o.paid_at ${time}) as became
  from carts c left join orders o on o.cart_id = c.id where c.created_at ${time} and (c.cached_total_items > 0 or o.id is not null))`

const soFar = ({ so_far_minor, so_far_back_minor, so_far_orders, so_far_carts, so_far_became, currency }: SoFar & { currency: string }) => ({
  revenue: money(so_far_minor, currency),
  given_back: money(so_far_back_minor, currency),
  orders: so_far_orders,
  carts: so_far_carts,
  carts_ordered: so_far_became,
})

const dayOf = ({ day, revenue_minor, back_minor, orders, currency }: Row) => ({
  day,
  revenue: money(revenue_minor, currency),
  given_back: money(back_minor, currency),
  orders,
})
