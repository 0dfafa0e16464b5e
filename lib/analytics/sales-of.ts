import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { countedFunnel, countedSales } from './counted-sql'
import { isClosed, openSpan } from './open-span'
import type { DayRange, DaySales, Sales } from './schemas'

type Row = {
  day: string
  currency: string
  orders: number
  units: number
  revenue_minor: string
  refunds_minor: string
  carts: number
  checkouts: number
  cart_orders: number
  paid_carts: number
}

/**
 * What the shop has earned, day by day of its own calendar and in its currency, correct to the cent up to this moment: summaries, and what
 * is not in them yet counted from the orders. Days without a sale are there too. One statement. @throws unauthenticated, forbidden
 */
export async function salesOf(ctx: Ctx, range: DayRange): Promise<Sales> {
  requireCan(ctx, 'reports.read')
  const rows = await database().execute<Row>(sql`
    with ${openSpan(range)}, sales as (
      select d.day, d.orders, d.units, d.revenue_minor, d.refunds_minor from daily_sales d, span where ${isClosed(range)} and d.currency = span.currency
      union all
      select c.day, c.orders, c.units, c.revenue_minor, c.refunds_minor from (${countedSales}) c, span where c.currency = span.currency
    ), funnel as (
      select d.day, d.carts, d.checkouts, d.orders, d.paid from daily_funnel d, span where ${isClosed(range)}
      union all
      select c.day, c.carts, c.checkouts, c.orders, c.paid from (${countedFunnel}) c
    )
    select g.day::date::text as day, span.currency, coalesce(s.orders, 0) as orders, coalesce(s.units, 0) as units,
      coalesce(s.revenue_minor, 0)::text as revenue_minor, coalesce(s.refunds_minor, 0)::text as refunds_minor,
      coalesce(f.carts, 0) as carts, coalesce(f.checkouts, 0) as checkouts, coalesce(f.orders, 0) as cart_orders, coalesce(f.paid, 0) as paid_carts
    from span cross join generate_series(${range.from}::timestamp, ${range.to}::timestamp, interval '1 day') as g (day)
    left join sales s on s.day = g.day::date left join funnel f on f.day = g.day::date
    order by g.day`)
  const days = [...rows]
  return { days: days.map((row) => ({ day: row.day, ...figuresOf([row]) })), total: figuresOf(days) }
}

function figuresOf(rows: Row[]): Omit<DaySales, 'day'> {
  const currency = rows[0]?.currency ?? 'USD'
  const sum = (value: (row: Row) => number) => rows.reduce((total, row) => total + value(row), 0)
  const revenue = sum((row) => Number(row.revenue_minor))
  const refunds = sum((row) => Number(row.refunds_minor))
  const orders = sum((row) => row.orders)
  const [carts, paidCarts] = [sum((row) => row.carts), sum((row) => row.paid_carts)]
  return {
    orders,
    units: sum((row) => row.units),
    revenue: money(revenue, currency),
    refunds: money(refunds, currency),
    net: money(revenue - refunds, currency),
    average: orders === 0 ? null : money(Math.round(revenue / orders), currency),
    carts,
    checkouts: sum((row) => row.checkouts),
    cart_orders: sum((row) => row.cart_orders),
    paid_carts: paidCarts,
    conversion: carts === 0 ? null : paidCarts / carts,
  }
}
