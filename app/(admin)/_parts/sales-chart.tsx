'use client'

import { lazy, type ReactNode, Suspense, useRef, useSyncExternalStore } from 'react'
import { formatMoney } from '@/lib/core/format-money'
import { type ChartPoint, chartPoints, isByWeek } from './chart-points'
import { useNoTabStops } from './use-no-tab-stops'

const Chart = lazy(() => import('./sales-chart-drawing').then(({ SalesChartDrawing }) => ({ default: SalesChartDrawing })))

type Props = { days: ChartPoint[]; locale: string; currency: string }

/** Revenue and orders by day, or by week when there are many, with the revenue before; the drawing is loaded when the page is there. Its numbers are a table, too, for who cannot see it. */
export function SalesChart({ days, locale, currency }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useNoTabStops(frame)
  const points = chartPoints(days)
  const noun = isByWeek(days.length) ? 'week' : 'day'
  const isBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  const inMoney = (amount: number) => formatMoney({ amount, currency }, locale)
  const sum = (of: { revenue: { amount: number } }[]) => inMoney(of.reduce((all, { revenue }) => all + revenue.amount, 0))
  const before = days.length === 1 ? 'the day before' : `in the ${days.length} days before`
  const givenBack = days.reduce((all, { given_back }) => all + given_back.amount, 0)
  const orders = days.reduce((all, day) => all + day.orders, 0)
  if (orders === 0 && givenBack === 0 && days.every(({ before }) => before.revenue.amount === 0)) {
    return <p className="text-muted">Nothing was sold in this time, nor before it. The first order draws the first line here.</p>
  }
  return (
    <>
      <p className="mb-3 flex flex-wrap items-baseline gap-x-3 text-sm">
        <span className="display tabular text-xl">{sum(days)}</span>
        <span className="text-muted">
          {orders.toLocaleString(locale)} {orders === 1 ? 'order' : 'orders'} · {sum(days.map(({ before }) => before))} {before}
        </span>
        {givenBack > 0 && <span>{inMoney(givenBack)} given back</span>}
      </p>
      {/* Out of the flow: a drawing that was made for a wide screen must not keep a narrow one wide until it is drawn anew. */}
      <div ref={frame} className="relative h-64 overflow-hidden" aria-hidden>
        <div className="absolute inset-0">
          <Suspense>{isBrowser && <Chart points={points} locale={locale} currency={currency} />}</Suspense>
        </div>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-muted text-sm" aria-hidden>
        <Key sign="h-0.5 w-4 bg-accent">Revenue</Key>
        <Key sign="w-4 border-edge border-t-2 border-dashed">Revenue {before}</Key>
        <Key sign="h-3 w-2 bg-edge/35">Orders</Key>
      </ul>
      {/* A table alone keeps its width, however small it is told to be. */}
      <div className="sr-only">
        <table>
          <caption>Sales by {noun}</caption>
          <thead>
            <tr>
              <th scope="col">{noun === 'week' ? 'Week from' : 'Day'}</th>
              <th scope="col">Revenue</th>
              <th scope="col">Orders</th>
              <th scope="col">Revenue of the {noun} before the range</th>
            </tr>
          </thead>
          <tbody>
            {points.map((day) => (
              <tr key={day.day}>
                <th scope="row">{day.day}</th>
                <td>{formatMoney(day.revenue, locale)}</td>
                <td>{day.orders}</td>
                <td>{formatMoney(day.before.revenue, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Key({ sign, children }: { sign: string; children: ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <span className={sign} />
      {children}
    </li>
  )
}
