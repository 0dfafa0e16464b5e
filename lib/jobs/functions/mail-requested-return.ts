import { mailReturnRequested } from '@/lib/returns/mail-return'
import { defineJob } from '../define-job'

/** Somebody asked to send something back. */
export const mailRequestedReturn = defineJob({
  id: 'mail-requested-return',
  queue: 'orders',
  on: 'return.requested',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailReturnRequested(ctx, event)),
})
