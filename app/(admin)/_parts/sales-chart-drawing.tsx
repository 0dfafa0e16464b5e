'use client'

import { Area, Bar, ComposedChart, Line, ResponsiveContainer, Tooltip, type TooltipContentProps, XAxis, YAxis } from 'recharts'
import { formatMoney, minorDigits } from '@/lib/core/format-money'
import type { ChartPoint } from './chart-points'

type Props = { points: ChartPoint[]; locale: string; currency: string }
type Point = { day: string; now: number; earlier: number; orders: number; before: string }

/** The shop's own days; noon in UTC is the same date everywhere that matters. */
const dateOf = (day: string) => new Date(`${day}T12:00:00Z`)

export function SalesChartDrawing({ points, locale, currency }: Props) {
  const data: Point[] = points.map(({ day, revenue, orders, before }) => ({
    day,
    now: revenue.amount,
    earlier: before.revenue.amount,
    orders,
    before: before.day,
  }))
  const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const axis = new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 })
  const tick = { fill: 'var(--color-muted)', fontSize: 12 }
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <defs>
          <linearGradient id="sales" x1="0" y1="0" x2="0" y2="1">
            <stop offset="0%" stopColor="var(--color-accent)" stopOpacity={0.25} />
            <stop offset="100%" stopColor="var(--color-accent)" stopOpacity={0} />
          </linearGradient>
        </defs>
        <XAxis
          dataKey="day"
          tickFormatter={(day: string) => short.format(dateOf(day))}
          tick={tick}
          tickLine={false}
          axisLine={false}
          minTickGap={32}
        />
        <YAxis
          width={56}
          tickFormatter={(amount: number) => axis.format(amount / 10 ** minorDigits(currency))}
          tick={tick}
          tickLine={false}
          axisLine={false}
        />
        {/* Orders are bars in the lower third, on a measure of their own. */}
        <YAxis yAxisId="orders" hide domain={[0, (most: number) => most * 3]} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--color-edge)' }}
          content={({ active, payload }: Pick<TooltipContentProps<number, string>, 'active' | 'payload'>) => {
            const point = active ? (payload[0]?.payload as Point | undefined) : undefined
            if (!point) return null
            const money = (amount: number) => formatMoney({ amount, currency }, locale)
            return (
              <div className="tabular rounded-md border border-line bg-surface px-3 py-2 text-sm shadow-lg">
                <p className="font-semibold">{short.format(dateOf(point.day))}</p>
                <p>
                  {money(point.now)} · {point.orders} {point.orders === 1 ? 'order' : 'orders'}
                </p>
                <p className="text-muted">
                  {short.format(dateOf(point.before))}: {money(point.earlier)}
                </p>
              </div>
            )
          }}
        />
        <Bar yAxisId="orders" dataKey="orders" fill="var(--color-edge)" fillOpacity={0.35} maxBarSize={14} isAnimationActive={false} />
        <Line dataKey="earlier" stroke="var(--color-edge)" strokeWidth={1.5} strokeDasharray="4 4" dot={false} isAnimationActive={false} />
        <Area dataKey="now" stroke="var(--color-accent)" strokeWidth={2} fill="url(#sales)" isAnimationActive={false} />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
