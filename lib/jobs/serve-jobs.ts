import { serve } from 'inngest/next'
import { appUrl, env } from '@/lib/platform/env'
import { allJobs } from './all-jobs'
import { inngest } from './client'
import { servedQueues } from './queues'

const queues = servedQueues()

const handler = serve({
  client: inngest,
  functions: allJobs.filter(({ queue }) => queues.includes(queue)).map((job) => job.function),
  serveOrigin: env.INNGEST_SERVE_ORIGIN ?? appUrl,
  servePath: '/api/inngest',
  enableUnauthedSync: false,
})

/** The jobs of this instance, as Inngest calls them. All calls have to be signed, unless INNGEST_DEV is 1. Of Next's request only what every Request has is used. */
export const serveJobs = (request: Request): Promise<Response> => handler(request as Parameters<typeof handler>[0], undefined)
