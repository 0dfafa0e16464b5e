import { DEMO_PASSWORD, demoPeople, loadDemoPeople } from '@/db/demo/people'
import { hashPassword } from '@/lib/platform/auth/passwords'
import { runTask } from './run-task'

/** Makes the demo logins. Environment: DATABASE_URL. */
await runTask(async () => {
  await loadDemoPeople(process.env.DATABASE_URL ?? '', await hashPassword(DEMO_PASSWORD))
  return demoPeople.map(({ role }) => role).join(', ')
})
