import type { Metadata } from 'next'
import { Tile } from '@/app/_ui/tile'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { getSettings } from '@/lib/catalog/cached'
import { formatMoney } from '@/lib/core/format-money'
import { readHome } from '@/lib/home/read-home'
import { type Home, HomeQuery } from '@/lib/home/schemas'
import { BestSellers } from './_home/best-sellers'
import { RangePicker } from './_home/range-picker'
import { SalesChart } from './_home/sales-chart'
import { Waiting } from './_home/waiting'

export const instant = false

export const metadata: Metadata = { title: 'Home' }

/** The day at a glance: what was sold, and what waits for somebody. Every number leads to its list. */
export default async function AdminHome({ searchParams }: { searchParams: PageQuery }) {
  const { locale, timeZone } = await getSettings()
  const { home, name, days } = await asStaff('/admin', async (ctx) => {
    const query = await queryOf(HomeQuery, searchParams)
    return { home: await readHome(ctx, query), name: ctx.session?.name ?? '', days: query.days }
  })
  const { sales } = home
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric', timeZone }).format(new Date())
  return (
    <Page>
      <PageHead title={`Hello, ${name.split(' ')[0]}`}>{day}</PageHead>
      <div className="grid gap-4">
        {sales && <Today sales={sales} locale={locale} />}
        <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="grid min-w-0 gap-4">
            {sales && (
              <Panel id="sales" title="Sales by day" action={<RangePicker days={days} />}>
                <SalesChart days={sales.days} locale={locale} currency={sales.today.revenue.currency} />
              </Panel>
            )}
            {sales && (
              <Panel id="best-sellers" title={`Best sellers of the last ${days} days`}>
                <BestSellers products={sales.best_sellers} locale={locale} seesProducts={home.low_stock !== null} />
              </Panel>
            )}
          </div>
          <Waiting home={home} days={days} locale={locale} />
        </div>
      </div>
    </Page>
  )
}

function Today({ sales: { today, last_week }, locale }: { sales: NonNullable<Home['sales']>; locale: string }) {
  const average = (of: typeof today) => (of.orders === 0 ? 0 : Math.round(of.revenue.amount / of.orders))
  const conversion = (of: typeof today) => (of.carts === 0 ? 0 : of.carts_ordered / of.carts)
  const inMoney = (amount: number) => formatMoney({ amount, currency: today.revenue.currency }, locale)
  const inPercent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
  return (
    <section aria-label="Today, against the same day last week up to this hour" className="grid grid-cols-2 gap-3 sm:gap-4 xl:grid-cols-4">
      <Tile
        label="Revenue today"
        value={inMoney(today.revenue.amount)}
        change={changeOf(today.revenue.amount, last_week.revenue.amount)}
        hint={`${inMoney(last_week.revenue.amount)} last week by now`}
        href="/admin/orders"
      />
      <Tile
        label="Orders today"
        value={today.orders}
        change={changeOf(today.orders, last_week.orders)}
        hint={`${last_week.orders} last week by now`}
        href="/admin/orders"
      />
      <Tile
        label="Average order"
        value={inMoney(average(today))}
        change={changeOf(average(today), average(last_week))}
        hint={`${inMoney(average(last_week))} last week`}
      />
      <Tile
        label="Carts that became orders"
        value={inPercent(conversion(today))}
        change={changeOf(conversion(today), conversion(last_week))}
        hint={`${inPercent(conversion(last_week))} last week by now`}
      />
    </section>
  )
}

/** In percent; null when there was nothing to compare with. */
const changeOf = (now: number, before: number): number | null => (before === 0 ? null : Math.round(((now - before) / before) * 100))
