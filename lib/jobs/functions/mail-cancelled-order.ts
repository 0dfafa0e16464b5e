import { mailCancelledOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** An order was cancelled, and what of the money comes back (R89). */
export const mailCancelled = defineJob({
  id: 'mail-cancelled-order',
  queue: 'orders',
  on: 'order.cancelled',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailCancelledOrder(ctx, event)),
})
