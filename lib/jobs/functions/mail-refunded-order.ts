import { mailRefundedOrder } from '@/lib/orders/mail-order'
import { defineJob } from '../define-job'

/** The event comes with the first money that went back. What staff give back later is told once the provider has sent it, usually within a minute. */
export const mailRefunded = defineJob({
  id: 'mail-refunded-order',
  queue: 'orders',
  on: ['order.refunded', 'refund.requested'],
  retries: 10,
  run: async ({ event, ctx, step }) => {
    if (event.type === 'order.refunded') return step.run('queue the mail', () => mailRefundedOrder(ctx, event))
    for (const wait of ['1m', '1h', '1d'] as const) {
      await step.sleep(`wait ${wait} for the provider`, wait)
      if (await step.run(`queue the mail after ${wait}`, () => mailRefundedOrder(ctx, event))) return true
    }
    return false
  },
})
