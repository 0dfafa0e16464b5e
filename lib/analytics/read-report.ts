import type { Ctx } from '@/lib/core/context'
import { bestSellers, categorySales } from './best-sellers'
import { salesOf } from './sales-of'
import type { DayRange, Report } from './schemas'
import { daysBefore } from './shop-day'

/** What the shop has earned in some days, beside as many days before them. Four statements, each right up to now. @throws unauthenticated, forbidden */
export async function readReport(ctx: Ctx, range: DayRange): Promise<Report> {
  const earlier = daysBefore(range)
  const [sales, before, best, categories] = await Promise.all([
    salesOf(ctx, range),
    salesOf(ctx, earlier),
    bestSellers(ctx, { ...range, limit: 10 }),
    categorySales(ctx, { ...range, limit: 10 }),
  ])
  return { ...range, ...sales, before: { ...earlier, ...before }, best_sellers: best, categories }
}
