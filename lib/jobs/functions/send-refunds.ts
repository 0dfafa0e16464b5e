import { sendRefunds } from '@/lib/payments/send-refunds'
import { defineJob } from '../define-job'

/** Gives back what was paid and cannot be delivered, and what staff refunded. */
export const sendDueRefunds = defineJob({
  id: 'send-refunds',
  queue: 'payments',
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('send refunds', () => sendRefunds(ctx)),
})
