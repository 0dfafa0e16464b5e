import { mailReturnUpdated } from '@/lib/returns/mail-return'
import { defineJob } from '../define-job'

/** What became of a return. */
export const mailUpdatedReturn = defineJob({
  id: 'mail-updated-return',
  queue: 'orders',
  on: 'return.updated',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailReturnUpdated(ctx, event)),
})
