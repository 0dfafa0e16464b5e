import { Inngest } from 'inngest'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { queueNames, servedQueues } from './queues'
import { reportFailures } from './report-failures'

/** Without it events wait in the outbox, and nobody may start a job. */
export const hasInngest = env.INNGEST_DEV === '1' || env.INNGEST_EVENT_KEY !== undefined

const own = logger.child({ service: 'inngest' })

/**
 * The same client for Inngest Cloud, a self-hosted Inngest and the executor of `local/inngest`: which one it is, is said by INNGEST_BASE_URL.
 * An instance that serves some queues only is an application of its own there, because registering replaces what was registered before.
 */
export const inngest = new Inngest({
  id: servedQueues().length === queueNames.length ? 'highstreet' : `highstreet-${servedQueues().join('-')}`,
  isDev: env.INNGEST_DEV === '1',
  baseUrl: env.INNGEST_BASE_URL,
  eventKey: env.INNGEST_EVENT_KEY,
  signingKey: env.INNGEST_SIGNING_KEY,
  signingKeyFallback: env.INNGEST_SIGNING_KEY_FALLBACK,
  logger: own,
  internalLogger: own,
  middleware: [reportFailures],
  // Each step is told to the executor when it is done: one that is killed repeats a step, never several.
  checkpointing: false,
})
