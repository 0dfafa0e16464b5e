import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { requireCan } from '@/lib/platform/auth/can'
import { salesOf } from './sales-of'
import type { DayRange, DaySales } from './schemas'

/** The days as a spreadsheet reads them, the oldest first. @throws unauthenticated, forbidden */
export function salesAsCsv(ctx: Ctx, range: DayRange): AsyncIterable<string> {
  requireCan(ctx, 'reports.read')
  return lines(ctx, range)
}

const columns = ['day', 'orders', 'units', 'revenue', 'refunds', 'net', 'average', 'currency', 'carts', 'checkouts', 'cart_orders', 'paid_carts']

async function* lines(ctx: Ctx, range: DayRange): AsyncIterable<string> {
  yield stringify([columns])
  yield stringify((await salesOf(ctx, range)).days.map(lineOf))
}

const lineOf = ({ day, orders, units, revenue, refunds, net, average, carts, checkouts, cart_orders, paid_carts }: DaySales) => [
  day,
  orders,
  units,
  inMajorUnits(revenue),
  inMajorUnits(refunds),
  inMajorUnits(net),
  average ? inMajorUnits(average) : '',
  revenue.currency,
  carts,
  checkouts,
  cart_orders,
  paid_carts,
]
