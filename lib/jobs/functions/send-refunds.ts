import { sendRefunds } from '@/lib/payments/send-refunds'
import { defineJob } from '../define-job'

/** Gives back what was paid and cannot be delivered, and what staff refunded: at once, and each minute what got no answer. */
export const sendDueRefunds = defineJob({
  id: 'send-refunds',
  queue: 'payments',
  on: ['refund.requested', 'order.cancelled'],
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('send refunds', () => sendRefunds(ctx)),
})
