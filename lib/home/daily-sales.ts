import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { money } from '@/lib/core/money'
import type { Home } from './schemas'

type Row = { day: string; revenue_minor: number; orders: number; so_far_minor: number; so_far_orders: number; so_far_carts: number; currency: string }

const DAY_MS = 86_400_000

/**
 * What was sold each day of the shop's calendar, for `days` days up to today and as many before: totals of the orders that were paid on
 * it, straight from them, so it is right to the cent. For today and the same day last week also what there was up to this hour. One
 * statement over the index on `paid_at`.
 */
export async function dailySalesOf(days: number): Promise<Pick<NonNullable<Home['sales']>, 'today' | 'last_week' | 'days'>> {
  const rows = await database().execute<Row>(sql`
    with clock as materialized (
      select s.currency, s.time_zone, h.here::date as today, h.here::date::timestamp at time zone s.time_zone as began,
        (h.here::date - 7)::timestamp at time zone s.time_zone as began_then, (h.here - interval '7 days') at time zone s.time_zone as this_hour_then
      from settings s, lateral (select now() at time zone s.time_zone as here) h
    ), calendar as (
      select c.currency, g.day::date as day, g.day::date = c.today as is_today, g.day::date = c.today - 7 as is_then
      from clock c, generate_series(c.today - ${2 * days - 1}::int, c.today, interval '1 day') as g (day)
    ), sold as (
      select l.day, sum(l.total_minor) as revenue, count(*) as orders from (
        select (o.paid_at at time zone c.time_zone)::date as day, o.total_minor from clock c join orders o
          on o.currency = c.currency and o.paid_at >= (c.today - ${2 * days - 1}::int)::timestamp at time zone c.time_zone
      ) l group by l.day
    ), so_far as (
      select o.paid_at >= c.began as is_today, sum(o.total_minor) as revenue, count(*) as orders from clock c join orders o on o.currency = c.currency
        and (o.paid_at >= c.began or (o.paid_at >= c.began_then and o.paid_at <= c.this_hour_then)) group by 1
    ), begun as (
      select k.created_at >= c.began as is_today, count(*) as carts from clock c join carts k on k.created_at >= c.began
        or (k.created_at >= c.began_then and k.created_at <= c.this_hour_then)
      where k.cached_total_items > 0 or k.completed_at is not null group by 1
    )
    select c.day::text as day, c.currency, coalesce(s.revenue, 0)::float8 as revenue_minor, coalesce(s.orders, 0)::int as orders,
      coalesce(f.revenue, 0)::float8 as so_far_minor, coalesce(f.orders, 0)::int as so_far_orders, coalesce(b.carts, 0)::int as so_far_carts
    from calendar c left join sold s on s.day = c.day
    left join so_far f on f.is_today = c.is_today and (c.is_today or c.is_then)
    left join begun b on b.is_today = c.is_today and (c.is_today or c.is_then)
    order by c.day`)
  const list = [...rows]
  const today = list.at(-1)
  if (!today) throw new Error('A calendar has a today')
  const lastWeek = list.find(({ day }) => Date.parse(day) === Date.parse(today.day) - 7 * DAY_MS)
  return {
    today: soFar(today),
    last_week: soFar(lastWeek ?? { ...today, so_far_minor: 0, so_far_orders: 0, so_far_carts: 0 }),
    days: list.slice(days).map((row, index) => ({ ...dayOf(row), before: dayOf(list[index] ?? row) })),
  }
}

const soFar = ({ so_far_minor, so_far_orders, so_far_carts, currency }: Row) => ({
  revenue: money(so_far_minor, currency),
  orders: so_far_orders,
  carts: so_far_carts,
})

const dayOf = ({ day, revenue_minor, orders, currency }: Row) => ({ day, revenue: money(revenue_minor, currency), orders })
