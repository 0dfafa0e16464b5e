import { stringify } from 'csv-stringify/sync'
import type { Ctx } from '@/lib/core/context'
import { inMajorUnits } from '@/lib/core/format-money'
import { requireCan } from '@/lib/platform/auth/can'
import { eachOrder } from './list-all-orders'
import type { OrderFilters, StaffOrderSummary } from './staff-schemas'

/**
 * The list of orders as a spreadsheet reads it, newest first. Cells that a spreadsheet would run as a formula are made harmless.
 * @throws forbidden, before anything is sent
 */
export function ordersAsCsv(ctx: Ctx, filters: OrderFilters): AsyncIterable<string> {
  requireCan(ctx, 'orders.read')
  return lines(ctx, filters)
}

const columns = ['number', 'placed_at', 'status', 'payment', 'fulfilment', 'name', 'email', 'items', 'total', 'currency']

async function* lines(ctx: Ctx, filters: OrderFilters): AsyncIterable<string> {
  yield stringify([columns])
  for await (const orders of eachOrder(ctx, filters)) yield stringify(orders.map(lineOf), { escape_formulas: true })
}

const lineOf = ({ number, placed_at, status, payment_status, fulfillment_status, customer, total_items, total }: StaffOrderSummary) => [
  number,
  placed_at,
  status,
  payment_status,
  fulfillment_status,
  customer.name,
  customer.email,
  String(total_items),
  inMajorUnits(total),
  total.currency,
]
