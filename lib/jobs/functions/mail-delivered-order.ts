import { mailDeliveredOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** A parcel has arrived. */
export const mailDelivered = defineJob({
  id: 'mail-delivered-order',
  queue: 'orders',
  on: 'order.delivered',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailDeliveredOrder(ctx, event)),
})
