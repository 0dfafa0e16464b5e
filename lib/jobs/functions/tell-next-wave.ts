import { tellSubscribers } from '@/lib/subscriptions/tell-subscribers'
import { defineJob } from '../define-job'

/** The pause since the last people were told is over for some product, or an event was missed. */
export const tellNextWave = defineJob({
  id: 'tell-next-wave',
  queue: 'products',
  cron: '*/5 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('tell who waits', () => tellSubscribers(ctx)),
})
