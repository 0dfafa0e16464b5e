import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { isLeft, since } from '@/lib/cart/left-carts-sql'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import type { ProductId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { isLow } from '@/lib/inventory/stock-alerts'
import { countFailedJobs } from '@/lib/operations/count-failed-jobs'
import { isToSend } from '@/lib/orders/waiting-sql'
import { can, requireCan } from '@/lib/platform/auth/can'
import { dailySalesOf } from './daily-sales'
import type { Home, HomeQuery } from './schemas'
import { readShopClock, type ShopClock } from './shop-clock'

/** What the dashboard opens with, as far as the person may see it. Four statements at most (R92). @throws unauthenticated, forbidden */
export async function readHome(ctx: Ctx, { days }: HomeQuery): Promise<Home> {
  requireCan(ctx, 'dashboard.use')
  const range = Number(days)
  const seesSales = can(ctx.actor, 'reports.read')
  const clock = seesSales ? await readShopClock(range) : null
  const [sales, best, counts, jobs] = await Promise.all([
    clock && dailySalesOf(range, clock),
    clock && bestSellers(range, clock),
    readCounts(ctx, range),
    can(ctx.actor, 'operations.read') ? countFailedJobs() : null,
  ])
  return {
    sales: sales && best && counts.carts_left ? { ...sales, best_sellers: best, carts_left: cartsOf(counts.carts_left) } : null,
    orders: counts.orders,
    low_stock: counts.low_stock,
    failures: counts.failures && { ...counts.failures, jobs },
    reviews: counts.reviews,
  }
}

type BestSeller = { id: ProductId; name: string; slug: string; picture_hash: string | null; units: number; revenue_minor: number; currency: string }

/** By units sold in the range, of orders that were paid in it: from the summaries, and from the orders of the days that are not summed up yet. */
async function bestSellers(days: number, { currency, today, range_began, open_from, open_began }: ShopClock) {
  const rows = await database().execute<BestSeller>(sql`
    ${sql.raw(PLAN_AFRESH)} select p.id, p.name, p.slug, p.picture ->> 'hash' as picture_hash, sold.units, sold.revenue_minor, ${currency} as currency
    from (
      select l.product_id, sum(l.units)::int as units, sum(l.revenue_minor)::float8 as revenue_minor from (
        select d.product_id, d.units, d.revenue_minor from daily_products d
        where d.day > ${today}::date - ${days}::int and d.day < ${open_from}::date and d.currency = ${currency}
        union all
        select i.product_id, i.quantity, i.subtotal_minor - i.discount_minor from orders o join order_items i on i.order_id = o.id
        where o.paid_at >= greatest(${range_began}::timestamptz, ${open_began}::timestamptz) and o.currency = ${currency}
      ) l group by l.product_id order by units desc, l.product_id limit 5
    ) sold join products p on p.id = sold.product_id order by sold.units desc, p.id`)
  return rows.map(({ picture_hash: hash, revenue_minor, currency, ...product }) => ({
    ...product,
    picture: pictureView(hash ? { hash, blur: '', alt: product.name } : null),
    revenue: money(revenue_minor, currency),
  }))
}

type Carts = { count: number; worth_minor: number; recovered: number; recovered_minor: number; currency: string }
type Counts = {
  carts_left: Carts | null
  orders: Home['orders']
  low_stock: Home['low_stock']
  failures: Omit<NonNullable<Home['failures']>, 'jobs'> | null
  reviews: number | null
}

const cartsOf = ({ count, worth_minor, recovered, recovered_minor, currency }: Carts) => ({
  count,
  worth: money(worth_minor, currency),
  recovered,
  recovered_worth: money(recovered_minor, currency),
})

/** What waits for somebody, each counted from an index. One statement. */
async function readCounts({ actor }: Ctx, days: number): Promise<Counts> {
  const nothing = sql`null::json`
  const from = since(days)
  const [row] = await database().execute<Counts>(sql`
    select ${
      can(actor, 'reports.read')
        ? sql`(select json_build_object('currency', s.currency, 'count', count(c.id), 'worth_minor', coalesce(sum(c.cached_subtotal_minor), 0),
            'recovered', (select count(*) from cart_reminders r where r.recovered_order_id is not null and r.created_at >= ${from}),
            'recovered_minor', (select coalesce(sum(o.total_minor), 0) from cart_reminders r join orders o on o.id = r.recovered_order_id
              where r.created_at >= ${from}))
          from settings s left join carts c on ${isLeft} and c.currency = s.currency and c.updated_at >= ${from} group by s.currency)`
        : nothing
    } as carts_left, ${
      can(actor, 'orders.read')
        ? sql`json_build_object('to_send', (select count(*) from orders o where ${isToSend}),
            'unpaid', (select count(*) from orders where status = 'pending'),
            'returns_to_decide', (select count(*) from returns where status = 'requested'),
            'returns_to_refund', (select count(*) from returns where status = 'received'),
            'disputed', (select count(distinct p.order_id) from payments p where p.disputed_minor > 0))`
        : nothing
    } as orders, ${
      can(actor, 'catalog.read')
        ? sql`(with low as (
            select p.id, p.name, s.quantity from product_stock s join products p on p.id = s.product_id
            where ${isLow} order by s.quantity, p.id limit 100
          ) select json_build_object('count', (select count(*) from low), 'products', coalesce((select json_agg(l) from (select * from low limit 5) l), '[]')))`
        : nothing
    } as low_stock, ${
      can(actor, 'operations.read')
        ? sql`json_build_object('mails', (select count(*) from emails where status in ('failed', 'parked')),
            'events', (select count(*) from outbox where parked_at is not null), 'refunds', (select count(*) from refunds where status = 'failed'))`
        : nothing
    } as failures, ${
      can(actor, 'reviews.moderate') ? sql`(select count(*)::int from reviews where not is_approved and moderated_at is null)` : sql`null::int`
    } as reviews`)
  return row ?? { carts_left: null, orders: null, low_stock: null, failures: null, reviews: null }
}
