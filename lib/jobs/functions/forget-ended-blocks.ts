import { forgetEndedBlocks } from '@/lib/platform/rate-limit/forget-ended-blocks'
import { defineJob } from '../define-job'

/** Blocks of addresses whose day is over. */
export const forgetOverBlocks = defineJob({
  id: 'forget-ended-blocks',
  queue: 'default',
  cron: '43 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ step }) => step.run('forget ended blocks', () => forgetEndedBlocks()),
})
