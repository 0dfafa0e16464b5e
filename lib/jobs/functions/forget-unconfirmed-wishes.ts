import { forgetUnconfirmed } from '@/lib/subscriptions/forget-unconfirmed'
import { defineJob } from '../define-job'

/** An address that was typed and never confirmed is not kept. */
export const forgetUnconfirmedWishes = defineJob({
  id: 'forget-unconfirmed-wishes',
  queue: 'default',
  cron: '7 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('forget unconfirmed wishes', () => forgetUnconfirmed(ctx)),
})
