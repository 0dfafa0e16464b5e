import { expireOrders } from '@/lib/orders/expire-orders'
import { defineJob } from '../define-job'

/** Frees what was reserved for orders that nobody paid within their half hour. */
export const expireUnpaidOrders = defineJob({
  id: 'expire-orders',
  queue: 'orders',
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('expire orders', () => expireOrders(ctx)),
})
