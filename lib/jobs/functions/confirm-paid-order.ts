import { confirmPaidOrder } from '@/lib/orders/confirm-order'
import { defineJob } from '../define-job'

/** The mail that confirms a purchase and says what was paid. */
export const confirmPaid = defineJob({
  id: 'confirm-paid-order',
  queue: 'orders',
  on: 'order.paid',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('queue the mail', () => confirmPaidOrder(ctx, event)),
})
