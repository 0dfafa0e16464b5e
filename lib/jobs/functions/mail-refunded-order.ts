import { mailRefundedOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** Money went back. */
export const mailRefunded = defineJob({
  id: 'mail-refunded-order',
  queue: 'orders',
  on: 'order.refunded',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailRefundedOrder(ctx, event)),
})
