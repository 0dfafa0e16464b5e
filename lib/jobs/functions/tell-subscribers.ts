import { tellSubscribers } from '@/lib/subscriptions/tell-subscribers'
import { defineJob } from '../define-job'

/** Something is back or costs less: the first who wait for it are told. */
export const tellWaiting = defineJob({
  id: 'tell-subscribers',
  queue: 'products',
  on: ['stock.band_changed', 'price.changed'],
  run: ({ event, ctx, step }) => step.run('tell who waits', () => tellSubscribers(ctx, event)),
})
