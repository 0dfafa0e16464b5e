import postgres from 'postgres'
import { seedOrders } from '@/db/seed-orders'
import { loadDemoCarts } from './carts'
import { demoPeople } from './people'

/** What somebody who has just cloned the shop finds in the dashboard: enough for every list and chart, little enough to look through. */
const SIZE = { customers: 300, orders: 1_500 }
const DAYS = 700
/** With it the demo customer's checkout begins filled in. */
const ADDRESS = { line1: '12 Orchard Lane', city: 'Portland', region: 'OR', postal_code: '97205', country: 'US' }

/**
 * A year of trade for a demo shop that nobody has used yet, with its carts, and some orders and an address of the demo customer; before its
 * logins, so that a start which was stopped half-way goes on with it. Once there are logins it does nothing. @returns how many orders were added
 */
export async function loadDemoTrade(url: string): Promise<number> {
  if (await hasLogins(url)) return 0
  const others = demoPeople
    .filter(({ role }) => role === 'customer')
    .map(({ id, name, email }) => ({ id, name, email, daysAgo: DAYS, takesNews: false }))
  const { orders } = await seedOrders(url, { ...SIZE, others })
  const rows = others.map(({ id, name }) => ({ id, user_id: id, full_name: name, ...ADDRESS, is_default_shipping: true, is_default_billing: true }))
  await withSql(url, async (sql) => {
    await sql`insert into addresses ${sql(rows)} on conflict do nothing`
    await loadDemoCarts(sql)
  })
  return orders
}

async function hasLogins(url: string): Promise<boolean> {
  const ids = demoPeople.map(({ id }) => id)
  const found = await withSql(url, (sql) => sql`select from accounts where user_id = any(${ids}::uuid[]) limit 1`)
  return found.length > 0
}

async function withSql<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}
