import type { z } from 'zod'
import { minorDigits } from '@/lib/core/format-money'
import { decimalNumber } from '@/lib/core/numbers'
import { ListAllOrders, type OrderFilters } from '@/lib/orders/staff-schemas'

const Amount = decimalNumber(0, 1_000_000_000).optional()

/** The list's address: as the API's query, with amounts as people write them. */
export const OrdersQuery = ListAllOrders.omit({ total_min: true, total_max: true }).extend({ min: Amount, max: Amount })
export type OrdersQuery = z.infer<typeof OrdersQuery>

/** The query in the API's words. */
export function inMinorUnits({ min, max, ...query }: OrdersQuery, currency: string): ListAllOrders {
  const minor = (amount: number) => Math.round(amount * 10 ** minorDigits(currency))
  return { ...query, ...(min === undefined ? {} : { total_min: minor(min) }), ...(max === undefined ? {} : { total_max: minor(max) }) }
}

export const isFiltered = ({ cursor: _, page_size: __, ...filters }: OrdersQuery): boolean =>
  Object.values(filters satisfies Partial<OrderFilters> & { min?: number; max?: number }).some((value) => value !== undefined)
