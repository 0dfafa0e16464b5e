import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { pictureView } from '@/lib/catalog/pictures'
import type { Ctx } from '@/lib/core/context'
import type { CategoryId, ProductId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { requireCan } from '@/lib/platform/auth/can'
import { countedCategories, countedProducts } from './counted-sql'
import { isClosed, openSpan } from './open-span'
import type { BestSeller, CategorySales, DayRange } from './schemas'

type Counted = { units: number; orders: number; revenue_minor: string; currency: string }

/** What was bought most in these days, today included: by units, then by revenue. One statement. @throws unauthenticated, forbidden */
export async function bestSellers(ctx: Ctx, { limit = 5, ...range }: DayRange & { limit?: number }): Promise<BestSeller[]> {
  requireCan(ctx, 'reports.read')
  const rows = await database().execute<Counted & { id: ProductId; name: string; slug: string; hash: string | null }>(sql`
    with ${openSpan(range)}, sold as (
      select d.product_id, d.orders, d.units, d.revenue_minor from daily_products d, span where ${isClosed(range)} and d.currency = span.currency
      union all
      select c.product_id, c.orders, c.units, c.revenue_minor from (${countedProducts}) c, span where c.currency = span.currency
    ), best as (
      select product_id, sum(orders)::int as orders, sum(units)::int as units, sum(revenue_minor) as revenue_minor
      from sold group by product_id order by units desc, revenue_minor desc, product_id limit ${limit}
    )
    select p.id, p.name, p.slug, p.picture ->> 'hash' as hash, b.units, b.orders, b.revenue_minor::text as revenue_minor, span.currency
    from best b join products p on p.id = b.product_id cross join span order by b.units desc, b.revenue_minor desc, p.id`)
  return rows.map(({ id, name, slug, hash, ...counted }) => ({
    id,
    name,
    slug,
    picture: pictureView(hash ? { hash, blur: '', alt: name } : null),
    ...figuresOf(counted),
  }))
}

/** The same by category; an order with things of two counts in both. One statement. @throws unauthenticated, forbidden */
export async function categorySales(ctx: Ctx, { limit = 10, ...range }: DayRange & { limit?: number }): Promise<CategorySales[]> {
  requireCan(ctx, 'reports.read')
  const rows = await database().execute<Counted & { id: CategoryId; name: string | null }>(sql`
    with ${openSpan(range)}, sold as (
      select d.category_id, d.orders, d.units, d.revenue_minor from daily_categories d, span where ${isClosed(range)} and d.currency = span.currency
      union all
      select c.category_id, c.orders, c.units, c.revenue_minor from (${countedCategories}) c, span where c.currency = span.currency
    )
    select s.category_id as id, k.name, sum(s.units)::int as units, sum(s.orders)::int as orders, sum(s.revenue_minor)::text as revenue_minor, span.currency
    from sold s left join categories k on k.id = s.category_id cross join span
    group by s.category_id, k.name, span.currency order by sum(s.revenue_minor) desc, s.category_id limit ${limit}`)
  return rows.map(({ id, name, ...counted }) => ({ category_id: id, name, ...figuresOf(counted) }))
}

const figuresOf = ({ units, orders, revenue_minor, currency }: Counted) => ({ units, orders, revenue: money(Number(revenue_minor), currency) })
