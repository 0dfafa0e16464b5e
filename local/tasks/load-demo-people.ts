import { DEMO_PASSWORD, demoPeople, loadDemoPeople } from '@/db/demo/people'
import { loadDemoTrade } from '@/db/demo/trade'
import { hashPassword } from '@/lib/platform/auth/passwords'
import { runTask } from './run-task'

/** Makes a year of orders and the demo logins. Environment: DATABASE_URL. */
await runTask(async () => {
  const url = process.env.DATABASE_URL ?? ''
  const orders = await loadDemoTrade(url)
  await loadDemoPeople(url, await hashPassword(DEMO_PASSWORD))
  return [...demoPeople.map(({ role }) => role), ...(orders > 0 ? [`${orders.toLocaleString('en')} orders`] : [])].join(', ')
})
