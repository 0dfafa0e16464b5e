import { dispatchOutbox } from '@/lib/jobs/dispatch-outbox'
import { sendEvents } from '@/lib/jobs/send-events'
import { startDispatcher } from '@/lib/jobs/start-dispatcher'

/**
 * A process that delivers the outbox to INNGEST_BASE_URL until the test that forked it kills it. With KILL_AT=claimed it stops for good
 * between taking its first batch and sending it, and says so.
 */
startDispatcher({
  dispatch: (options) =>
    dispatchOutbox({
      ...options,
      batch: 5,
      send: async (events) => {
        if (process.env.KILL_AT === 'claimed') {
          process.send?.('claimed')
          await new Promise(() => {})
        }
        return sendEvents(events)
      },
    }),
})
// A timer that is not waited for does not keep a process.
setInterval(() => {}, 60_000)
