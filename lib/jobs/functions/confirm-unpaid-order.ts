import { confirmUnpaidOrder, PAYING_MINUTES } from '@/lib/orders/confirm-order'
import { defineJob } from '../define-job'

/** Somebody left without paying: they are told what we hold for them. Most orders are paid before this wakes, which ends it. */
export const confirmUnpaid = defineJob({
  id: 'confirm-unpaid-order',
  queue: 'orders',
  on: 'order.placed',
  retries: 10,
  cancelOn: [
    { event: 'order.paid', match: 'data.orderId' },
    { event: 'order.cancelled', match: 'data.orderId' },
  ],
  run: async ({ event, ctx, step }) => {
    await step.sleep('time to pay', `${PAYING_MINUTES}m`)
    return step.run('queue the mail', () => confirmUnpaidOrder(ctx, event))
  },
})
