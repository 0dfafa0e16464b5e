import { env } from '@/lib/platform/env'
import { requestReview } from '@/lib/reviews/request-review'
import { defineJob } from '../define-job'

/** Some days with what was delivered, and we ask how people like it. An order that comes back meanwhile is asked about no more. */
export const requestReviews = defineJob({
  id: 'request-review',
  queue: 'default',
  on: 'order.delivered',
  run: async ({ event, ctx, step }) => {
    await step.sleep('time to try it', `${env.REVIEW_REQUEST_DAYS}d`)
    return step.run('queue the mail', () => requestReview(ctx, event))
  },
})
