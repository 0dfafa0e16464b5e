import { defineJob } from '../define-job'
import { dispatchOutbox } from '../dispatch-outbox'

/** The last safety net, for instances that live no longer than a request: whoever answers Inngest's clock delivers what is waiting. */
export const deliverOutbox = defineJob({
  id: 'dispatch-outbox',
  queue: 'default',
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ step }) => step.run('dispatch outbox', () => dispatchOutbox()),
})
