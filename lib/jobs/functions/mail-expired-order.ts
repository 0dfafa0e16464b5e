import { mailExpiredOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** Nobody paid in time: what was held is for sale again. */
export const mailExpired = defineJob({
  id: 'mail-expired-order',
  queue: 'orders',
  on: 'order.expired',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailExpiredOrder(ctx, event)),
})
