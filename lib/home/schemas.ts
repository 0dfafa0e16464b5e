import { z } from 'zod'
import { BestSeller } from '@/lib/analytics/schemas'
import { ProductId } from '@/lib/core/ids'
import { Money } from '@/lib/core/money'

/** How many days the chart goes back. */
export const ranges = [7, 30, 90] as const
export const HomeQuery = z.object({ days: z.enum(['7', '30', '90']).prefault('30') })
export type HomeQuery = z.infer<typeof HomeQuery>

/**
 * `carts` were begun in the time; `carts_ordered` of them became an order that was paid in it. `given_back` was decided in it, of whatever
 * day's orders.
 */
const Figures = z.object({ revenue: Money, given_back: Money, orders: z.number().int(), carts: z.number().int(), carts_ordered: z.number().int() })

const Day = z.object({ day: z.iso.date(), revenue: Money, given_back: Money, orders: z.number().int() })

/** The dashboard's first page. What the person may not see is null. */
export const Home = z.object({
  sales: z
    .object({
      /** Up to now, and the same day of last week up to the same hour. */
      today: Figures,
      last_week: Figures,
      /** One for each day of the range, the oldest first, and as many before it. */
      days: z.array(Day.extend({ before: Day })),
      best_sellers: z.array(BestSeller.omit({ orders: true })),
      carts_left: z.object({ count: z.number().int(), worth: Money, recovered: z.number().int(), recovered_worth: Money }),
    })
    .nullable(),
  orders: z
    .object({
      to_send: z.number().int(),
      unpaid: z.number().int(),
      returns_to_decide: z.number().int(),
      returns_to_refund: z.number().int(),
      disputed: z.number().int(),
    })
    .nullable(),
  low_stock: z
    .object({ count: z.number().int(), products: z.array(z.object({ id: ProductId, name: z.string(), quantity: z.number().int() })) })
    .nullable(),
  /** `jobs` is null where nobody here knows, because they are run elsewhere. */
  failures: z.object({ mails: z.number().int(), events: z.number().int(), refunds: z.number().int(), jobs: z.number().int().nullable() }).nullable(),
  /** Reviews that wait for somebody. */
  reviews: z.number().int().nullable(),
})
export type Home = z.infer<typeof Home>
