import type { Metadata } from 'next'
import { button } from '@/app/_ui/button'
import { DownloadIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'
import { asStaff } from '@/app/(admin)/_parts/as-staff'
import { BestSellers } from '@/app/(admin)/_parts/best-sellers'
import { type ChartPoint, isByWeek } from '@/app/(admin)/_parts/chart-points'
import { Page, PageHead, Panel } from '@/app/(admin)/_parts/page-head'
import { type PageQuery, queryOf } from '@/app/(admin)/_parts/query'
import { SalesChart } from '@/app/(admin)/_parts/sales-chart'
import { readReport } from '@/lib/analytics/read-report'
import type { DaySales, Report } from '@/lib/analytics/schemas'
import { shopDay } from '@/lib/analytics/shop-day'
import { getSettings } from '@/lib/catalog/cached'
import { formatMoney } from '@/lib/core/format-money'
import { can } from '@/lib/platform/auth/can'
import { AskedDays, daysFor } from './days'
import { Figures } from './figures'
import { RangeChoice } from './range-choice'
import { Shares } from './shares'

export const instant = false

export const metadata: Metadata = { title: 'Reports' }

const path = '/admin/reports'

/** What the shop earned in any days of the last years: by day, by product, by category, and how far carts came. */
export default async function ReportsPage({ searchParams }: { searchParams: PageQuery }) {
  const { locale, timeZone } = await getSettings()
  const { asked, today, range, fault, report, seesProducts } = await asStaff(path, async (ctx) => {
    const asked = await queryOf(AskedDays, searchParams)
    const today = shopDay(timeZone)
    const { range, fault } = daysFor(asked, today)
    return { asked, today, range, fault, report: await readReport(ctx, range), seesProducts: can(ctx.actor, 'catalog.read') }
  })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const between = (from: string, to: string) => day.formatRange(new Date(from), new Date(to))
  return (
    <Page>
      <PageHead
        title="Reports"
        actions={
          <a href={`/api/v1/admin/reports/export?from=${range.from}&to=${range.to}`} download className={button({ look: 'quiet', size: 'sm' })}>
            <DownloadIcon width="16" height="16" />
            Days as CSV
          </a>
        }
      >
        {between(range.from, range.to)}, beside {between(report.before.from, report.before.to)}. An order counts on the day on which it was paid, a
        refund on the day on which it was decided.
      </PageHead>
      <RangeChoice range={range} asked={asked} today={today} />
      {fault && (
        <Notice tone="warning" role="alert" className="mb-4">
          {fault} These are the last 30 days.
        </Notice>
      )}
      <Figures report={report} locale={locale} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-4">
          <Panel id="sales" title={isByWeek(report.days.length) ? 'Sales by week' : 'Sales by day'}>
            <SalesChart days={chartDays(report)} locale={locale} currency={report.total.revenue.currency} />
          </Panel>
          <Panel id="categories" title="By category, before tax and shipping">
            <ByCategory report={report} locale={locale} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          <Panel id="carts" title="How far carts came">
            <Funnel report={report} locale={locale} />
          </Panel>
          <Panel id="best-sellers" title="Best sellers">
            <BestSellers products={report.best_sellers} locale={locale} seesProducts={seesProducts} />
          </Panel>
        </div>
      </div>
    </Page>
  )
}

/** Only what is drawn travels to the browser. */
const chartDays = ({ days, before }: Report): ChartPoint[] => {
  const drawn = ({ day, revenue, orders }: DaySales) => ({ day, revenue, orders })
  return days.map((day, index) => ({ ...drawn(day), given_back: day.refunds, before: drawn(before.days[index] ?? day) }))
}

function Funnel({ report: { total }, locale }: { report: Report; locale: string }) {
  if (total.carts === 0) return <p className="text-muted">No cart was begun in this time.</p>
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const steps = [
    ['Begun', total.carts],
    ['With an e-mail address', total.checkouts],
    ['Ordered', total.cart_orders],
    ['Paid', total.paid_carts],
  ] as const
  const rows = steps.map(([name, count], index) => ({
    key: name,
    name,
    share: count / total.carts,
    value: count.toLocaleString(locale),
    more: index === 0 ? undefined : percent.format(count / total.carts),
  }))
  return <Shares label="Carts begun in this time" rows={rows} />
}

function ByCategory({ report: { categories }, locale }: { report: Report; locale: string }) {
  if (categories.length === 0) return <p className="text-muted">Nothing was sold in this time.</p>
  const most = Math.max(1, ...categories.map(({ revenue }) => revenue.amount))
  const rows = categories.map(({ category_id, name, units, revenue }) => ({
    key: category_id,
    name: name ?? 'A category that is gone',
    share: revenue.amount / most,
    value: formatMoney(revenue, locale),
    more: `${units.toLocaleString(locale)} ${units === 1 ? 'unit' : 'units'}`,
  }))
  return <Shares label="Categories" rows={rows} />
}
