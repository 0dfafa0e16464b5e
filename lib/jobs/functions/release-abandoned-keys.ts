import { releaseAbandonedKeys } from '@/lib/platform/idempotency/idempotency'
import { defineJob } from '../define-job'

/** Keys of requests whose process died. Last of all: whoever owns an operation settles what it began, and frees its own, before. */
export const releaseKeys = defineJob({
  id: 'release-abandoned-keys',
  queue: 'default',
  cron: '* * * * *',
  isAlone: true,
  retries: 0,
  run: ({ step }) => step.run('release abandoned keys', () => releaseAbandonedKeys('', 240)),
})
