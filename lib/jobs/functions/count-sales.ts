import { refreshRecentSales } from '@/lib/catalog/refresh-recent-sales'
import { defineJob } from '../define-job'

/** How often each product was bought of late, for the order of lists. */
export const countSales = defineJob({
  id: 'count-sales',
  queue: 'products',
  cron: '*/3 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('count sales', () => refreshRecentSales(ctx)),
})
