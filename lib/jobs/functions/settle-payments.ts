import { reconcilePayments } from '@/lib/payments/reconcile-payments'
import { defineJob } from '../define-job'

/** Asks the provider about payments that stay open: a webhook may be lost. */
export const settlePayments = defineJob({
  id: 'settle-payments',
  queue: 'payments',
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ ctx, step }) => step.run('settle payments', () => reconcilePayments(ctx)),
})
