import { z } from 'zod'
import { Picture } from '@/lib/catalog/schemas'
import { Day } from '@/lib/core/day'
import { CategoryId, ProductId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

const ReportDay = Day.refine((day) => day >= '2000-01-01', 'Choose a day from the year 2000 on.')

/** Days of the shop's own calendar, both included. */
export const DayRange = z
  .strictObject({ from: ReportDay, to: ReportDay })
  .refine(({ from, to }) => from <= to, 'The first day has to come before the last one.')
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 750 * 86_400_000, 'Choose two years at most.')
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
  paid_carts: z.number().int(),
  /** Share of the carts that were paid, 0 to 1; nothing while there is no cart. */
  conversion: z.number().nullable(),
}

export const DaySales = z.object({ day: z.iso.date(), ...Figures })
export const Sales = z.object({ days: z.array(DaySales), total: z.object(Figures) })
export type DaySales = z.infer<typeof DaySales>
export type Sales = z.infer<typeof Sales>

export const BestSeller = z.object({
  id: ProductId,
  name: z.string(),
  slug: z.string(),
  picture: Picture.nullable(),
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

const Days = { from: z.iso.date(), to: z.iso.date() }

/** What some days came to, the same for as many days before them, and what was bought. */
export const Report = Sales.extend({
  ...Days,
  before: Sales.extend(Days),
  best_sellers: z.array(BestSeller),
  categories: z.array(CategorySales),
})
export type Report = z.infer<typeof Report>
