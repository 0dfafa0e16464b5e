import { compactInvalidations } from '@/lib/housekeeping/compact-invalidations'
import { forgetOld } from '@/lib/housekeeping/forget-old'
import { forgetPictures } from '@/lib/housekeeping/forget-pictures'
import { refreshStatistics } from '@/lib/housekeeping/refresh-statistics'
import { forgetOldExports } from '@/lib/privacy/forget-exports'
import { defineJob } from '../define-job'

/** Each night: what is old goes, and Postgres looks at what has changed. */
export const keepHouse = defineJob({
  id: 'keep-house',
  queue: 'default',
  cron: '30 3 * * *',
  isAlone: true,
  run: async ({ ctx, step }) => {
    await step.run('forget old rows', () => forgetOld(ctx))
    await step.run('forget old exports', () => forgetOldExports())
    await step.run('forget pictures', () => forgetPictures(ctx))
    await step.run('shorten the log of invalidations', () => compactInvalidations(ctx))
    await step.run('refresh statistics', () => refreshStatistics(ctx))
  },
})
