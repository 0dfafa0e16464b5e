import { remindLeftCarts } from '@/lib/cart/remind-left-carts'
import { defineJob } from '../define-job'

/** Carts whose time has come. What was missed, by a day without power, is caught up at the next turn, so that the daily look of R130 is part of it. */
export const remindCarts = defineJob({
  id: 'remind-left-carts',
  queue: 'cart',
  cron: '*/5 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ at, ctx, step }) => step.run('queue reminders', () => remindLeftCarts(ctx, { at })),
})
