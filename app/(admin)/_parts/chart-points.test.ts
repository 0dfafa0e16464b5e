import { expect, test } from 'vitest'
import { plusDays } from '@/lib/analytics/roll-up'
import { money } from '@/lib/core/money'
import { type ChartPoint, chartPoints } from './chart-points'

const days = (count: number): ChartPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    day: plusDays('2026-01-01', index),
    revenue: money(100 + index, 'USD'),
    orders: 1,
    given_back: money(index % 2, 'USD'),
    before: { day: plusDays('2025-01-01', index), revenue: money(7, 'USD'), orders: 2 },
  }))
const total = (points: ChartPoint[]) =>
  points
    .map(({ revenue, orders, given_back, before }) => [revenue.amount, orders, given_back.amount, before.revenue.amount, before.orders])
    .reduce((sums, row) => sums.map((sum, index) => sum + (row[index] ?? 0)), [0, 0, 0, 0, 0])

test('days are drawn as they are, and more than fit by week, with the same sums', () => {
  expect(chartPoints(days(120))).toEqual(days(120))
  for (const count of [126, 366]) {
    const points = chartPoints(days(count))
    expect(points).toHaveLength(Math.ceil(count / 7))
    expect(total(points)).toEqual(total(days(count)))
    expect(points[0]?.day).toBe('2026-01-01')
    expect(points.at(-1)?.day).toBe(plusDays('2026-01-01', count - 7))
    expect(points.at(-1)?.orders).toBe(7)
  }
})
