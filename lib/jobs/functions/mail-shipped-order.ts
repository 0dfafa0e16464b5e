import { mailShippedOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** A parcel is on its way: the whole order, a part of it, or its rest. */
export const mailShipped = defineJob({
  id: 'mail-shipped-order',
  queue: 'orders',
  on: ['order.shipped', 'order.part_shipped'],
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => mailShippedOrder(ctx, event)),
})
