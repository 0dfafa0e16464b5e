import { z } from 'zod'
import { CategoryId, ProductId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

/** Days of the shop's own calendar, both included. */
export const DayRange = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'The first day has to come before the last.')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 750 * 86_400_000, 'Ask for two years at most.')
export type DayRange = z.infer<typeof DayRange>

const Figures = {
  orders: z.number().int(),
  units: z.number().int(),
  /** Totals of the orders that were paid, with tax and shipping. */
  revenue: Money,
  refunds: Money,
  /** What is left of the revenue. */
  net: Money,
  /** Revenue of one order; nothing while there is none. */
  average: Money.nullable(),
  /** Of the carts that were begun: those whose person left an address, ordered, paid. */
  carts: z.number().int(),
  checkouts: z.number().int(),
  cart_orders: z.number().int(),
  /** Share of the carts that were paid, 0 to 1; nothing while there is no cart. */
  conversion: z.number().nullable(),
}

export const DaySales = z.object({ day: z.iso.date(), ...Figures })
export const Sales = z.object({ days: z.array(DaySales), total: z.object(Figures) })
export type DaySales = z.infer<typeof DaySales>
export type Sales = z.infer<typeof Sales>

export const BestSeller = z.object({
  product_id: ProductId,
  name: z.string(),
  slug: z.string(),
  picture_hash: z.string().nullable(),
  units: z.number().int(),
  orders: z.number().int(),
  revenue: Money,
})
export type BestSeller = z.infer<typeof BestSeller>

export const CategorySales = z.object({
  /** Null for a category that is gone. */
  name: z.string().nullable(),
  category_id: CategoryId,
  units: z.number().int(),
  orders: z.number().int(),
  revenue: Money,
})
export type CategorySales = z.infer<typeof CategorySales>
