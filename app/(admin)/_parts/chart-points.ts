import type { Money } from '@/lib/core/money'

type Figures = { day: string; revenue: Money; orders: number }
/** What a chart draws at one place: a day or the week that begins with it, with what there was as long before the range. */
export type ChartPoint = Figures & { given_back: Money; before: Figures }

/** More days than these are too thin to see. */
const DAYS_AT_MOST = 120
const WEEK = 7

export const isByWeek = (days: number): boolean => days > DAYS_AT_MOST

/** The days themselves, or summed up by week; the last week is a whole one, the first may be shorter. */
export function chartPoints(days: ChartPoint[]): ChartPoint[] {
  if (!isByWeek(days.length)) return days
  const first = days.length % WEEK
  const starts = [...(first > 0 ? [0] : []), ...Array.from({ length: Math.floor(days.length / WEEK) }, (_, week) => first + week * WEEK)]
  return starts.map((start, index) => {
    const week = days.slice(start, starts[index + 1])
    const sum = (of: (day: ChartPoint) => number) => week.reduce((total, day) => total + of(day), 0)
    const [begin] = week as [ChartPoint]
    return {
      day: begin.day,
      revenue: { ...begin.revenue, amount: sum(({ revenue }) => revenue.amount) },
      orders: sum(({ orders }) => orders),
      given_back: { ...begin.given_back, amount: sum(({ given_back }) => given_back.amount) },
      before: {
        day: begin.before.day,
        revenue: { ...begin.before.revenue, amount: sum(({ before }) => before.revenue.amount) },
        orders: sum(({ before }) => before.orders),
      },
    }
  })
}
