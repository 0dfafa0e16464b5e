import { withdrawReminders } from '@/lib/cart/reminder-outcome'
import { defineJob } from '../define-job'

/** An order came before a reminder had left. */
export const withdrawCartReminders = defineJob({
  id: 'withdraw-reminders',
  queue: 'cart',
  on: 'order.placed',
  run: ({ event, ctx, step }) => step.run('withdraw', () => withdrawReminders(ctx, event)),
})
