import { noteRecoveredOrder } from '@/lib/cart/reminder-outcome'
import { defineJob } from '../define-job'

/** Which reminder an order came of: what the dashboard calls recovered. */
export const noteRecovered = defineJob({
  id: 'note-recovered-order',
  queue: 'cart',
  on: 'order.paid',
  retries: 10,
  run: ({ event, ctx, step }) => step.run('note it', () => noteRecoveredOrder(ctx, event)),
})
