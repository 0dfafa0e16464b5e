import { forgetAnsweredKeys } from '@/lib/platform/idempotency/forget-answered-keys'
import { defineJob } from '../define-job'

/** Answers of requests that nobody repeats after a day. */
export const forgetOldKeys = defineJob({
  id: 'forget-answered-keys',
  queue: 'default',
  cron: '*/10 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ step }) => step.run('forget answered keys', () => forgetAnsweredKeys()),
})
