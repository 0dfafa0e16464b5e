import { type SQL, sql } from 'drizzle-orm'

/*
 * The daily figures, counted from orders, refunds and carts for the days of a common table expression `span (zone, first, last)`. The
 * roll-up writes what these say, and reading asks them for the days that are not rolled up yet: one definition for both.
 */

/** Which day of the shop a time belongs to. */
const dayOf = (at: SQL) => sql`(${at} at time zone span.zone)::date`

/**
 * Times of the days of `span`, in a shape that an index can answer; the days themselves decide. Three hours more at both ends, because in
 * some places clocks go back over midnight.
 */
const isIn = (at: SQL) => sql`
  ${at} >= (span.first::timestamp at time zone span.zone) - interval '3 hours'
  and ${at} < ((span.last + 1)::timestamp at time zone span.zone) + interval '3 hours'
  and ${dayOf(at)} between span.first and span.last`

/** An order counts on the day on which it was paid, a refund on the day on which it was decided; money that came twice counts nowhere. */
export const countedSales: SQL = sql`
  select x.day, x.currency, sum(x.orders)::int as orders, sum(x.units)::int as units, sum(x.revenue_minor)::bigint as revenue_minor,
    sum(x.tax_minor)::bigint as tax_minor, sum(x.shipping_minor)::bigint as shipping_minor, sum(x.discount_minor)::bigint as discount_minor,
    sum(x.refunds)::int as refunds, sum(x.refunds_minor)::bigint as refunds_minor
  from span cross join lateral (
    select ${dayOf(sql`o.paid_at`)} as day, o.currency, 1 as orders, o.total_items as units, o.total_minor as revenue_minor, o.tax_minor,
      o.shipping_minor, o.discount_minor, 0 as refunds, 0::bigint as refunds_minor
    from orders o where ${isIn(sql`o.paid_at`)}
    union all
    select ${dayOf(sql`r.created_at`)}, r.currency, 0, 0, 0, 0, 0, 0, 1, r.amount_minor
    from refunds r join orders o on o.id = r.order_id
    where ${isIn(sql`r.created_at`)} and r.status <> 'failed' and not r.is_surplus and o.paid_at is not null
  ) x
  group by x.day, x.currency`

/** A line's revenue is what was asked for it: its price without its share of a discount, and without tax. */
const soldLines: SQL = sql`
  select ${dayOf(sql`o.paid_at`)} as day, o.currency, o.id as order_id, i.product_id, i.quantity, i.subtotal_minor - i.discount_minor as revenue_minor
  from orders o join order_items i on i.order_id = o.id where ${isIn(sql`o.paid_at`)}`

export const countedProducts: SQL = sql`
  select x.day, x.currency, x.product_id, count(distinct x.order_id)::int as orders, sum(x.quantity)::int as units,
    sum(x.revenue_minor)::bigint as revenue_minor
  from span cross join lateral (${soldLines}) x group by x.day, x.currency, x.product_id`

/** By the category that the product had when its day was first counted; by its present one while that has not happened. */
export const countedCategories: SQL = sql`
  select x.day, x.currency, coalesce(d.category_id, p.primary_category_id) as category_id, count(distinct x.order_id)::int as orders,
    sum(x.quantity)::int as units, sum(x.revenue_minor)::bigint as revenue_minor
  from span cross join lateral (${soldLines}) x
  join products p on p.id = x.product_id
  left join daily_products d on d.day = x.day and d.currency = x.currency and d.product_id = x.product_id
  group by x.day, x.currency, coalesce(d.category_id, p.primary_category_id)`

/** Carts by the day on which they were begun: how many there were with something in them, and how far they have come. */
export const countedFunnel: SQL = sql`
  select x.day, count(*)::int as carts, count(*) filter (where x.is_checkout)::int as checkouts, count(x.order_id)::int as orders,
    count(x.paid_at)::int as paid
  from span cross join lateral (
    select ${dayOf(sql`c.created_at`)} as day, o.id as order_id, o.paid_at, c.email is not null or o.id is not null as is_checkout
    from carts c left join orders o on o.cart_id = c.id
    where ${isIn(sql`c.created_at`)} and (c.cached_total_items > 0 or o.id is not null)
  ) x
  group by x.day`
