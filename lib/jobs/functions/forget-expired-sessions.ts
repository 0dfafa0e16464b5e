import { forgetExpired } from '@/lib/customers/forget-expired'
import { defineJob } from '../define-job'

/** Sessions and links that are over, and counted attempts to sign in. */
export const forgetExpiredSessions = defineJob({
  id: 'forget-expired-sessions',
  queue: 'default',
  cron: '13 * * * *',
  isAlone: true,
  retries: 0,
  run: ({ step }) => step.run('forget expired sessions', () => forgetExpired()),
})
