import type { Metadata } from 'next'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { BestSellers } from '@/app/(admin)/_parts/best-sellers'
import { Columns, Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { SalesChart } from '@/app/(admin)/_parts/sales-chart'
import { getSettings } from '@/lib/catalog/cached'
import { readHome } from '@/lib/home/read-home'
import { HomeQuery } from '@/lib/home/schemas'
import { RangePicker } from './_home/range-picker'
import { Today } from './_home/today'
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
        {sales && <Today sales={sales} locale={locale} seesOrders={home.orders !== null} />}
        <Columns side={<Waiting home={home} days={days} locale={locale} />}>
          {sales && (
            <Panel
              id="sales"
              title="Sales by day"
              action={
                <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                  <a href="/admin/reports" className="font-semibold text-accent text-sm underline-offset-4 hover:underline">
                    Reports
                  </a>
                  <RangePicker days={days} />
                </div>
              }
            >
              <SalesChart days={sales.days} locale={locale} currency={sales.today.revenue.currency} />
            </Panel>
          )}
          {sales && (
            <Panel id="best-sellers" title={`Best sellers of the last ${days} days`}>
              <BestSellers products={sales.best_sellers} locale={locale} seesProducts={home.low_stock !== null} />
            </Panel>
          )}
        </Columns>
      </div>
    </Page>
  )
}
