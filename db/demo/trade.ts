import postgres from 'postgres'
import { seedOrders } from '@/db/seed-orders'
import { demoPeople } from './people'

/** What somebody who has just cloned the shop finds in the dashboard: enough for every list and chart, little enough to look through. */
const SIZE = { customers: 300, orders: 1_500 }
const DAYS = 700

/**
 * A year of trade for a demo shop that nobody has used yet, with some orders of the demo customer; before its logins, so that a start which
 * was stopped half-way goes on with it. Once there are logins it does nothing. @returns how many orders were added
 */
export async function loadDemoTrade(url: string): Promise<number> {
  if (await hasLogins(url)) return 0
  const others = demoPeople
    .filter(({ role }) => role === 'customer')
    .map(({ id, name, email }) => ({ id, name, email, daysAgo: DAYS, takesNews: false }))
  return (await seedOrders(url, { ...SIZE, others })).orders
}

async function hasLogins(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const found = await sql`select from accounts where user_id = any(${demoPeople.map(({ id }) => id)}::uuid[]) limit 1`
    return found.length > 0
  } finally {
    await sql.end({ timeout: 5 })
  }
}
