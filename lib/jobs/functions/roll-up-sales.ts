import { rollUp } from '@/lib/analytics/roll-up'
import { defineJob } from '../define-job'

/** The figures of each day, for the dashboard. Late or twice, the numbers are the same. */
export const rollUpSales = defineJob({
  id: 'roll-up-sales',
  queue: 'default',
  cron: '*/15 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('roll up', () => rollUp(ctx)),
})
