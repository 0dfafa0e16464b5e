import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { loadDemoCatalogue } from './load'
import { demoPeople, loadDemoPeople } from './people'
import { loadDemoTrade } from './trade'

const url = process.env.DATABASE_URL ?? ''
const load = async () => {
  const orders = await loadDemoTrade(url)
  await loadDemoPeople(url, 'hash')
  return orders
}

test('a demo shop begins with a year of trade that keeps every rule, and never gets it a second time', async () => {
  await loadDemoCatalogue(url)
  expect(await load()).toBe(1_500)
  expect(await findViolations(database())).toEqual([])
  const own = await database().execute<{ status: string }>(
    sql`select status from orders where user_id = ${demoPeople[0]?.id ?? ''} order by order_date`,
  )
  expect(own.map(({ status }) => status)).toContain('delivered')
  expect(own.length).toBeGreaterThan(10)
  expect(await database().$count(sql`addresses`)).toBe(1)
  const [carts] = await database().execute<{ ordered: number; left: number; told: number }>(sql`
    select count(completed_at)::int as ordered, count(*) filter (where completed_at is null)::int as left,
      count(*) filter (where completed_at is null and email is not null)::int as told from carts where not marketing_consent`)
  expect(carts).toEqual({ ordered: 1_500, left: 420, told: 60 })
  expect(await load(), 'at the next start').toBe(0)
})

test('a start that was stopped before the logins were made goes on where it was', async () => {
  await database().execute(sql`delete from accounts where user_id = any(${`{${demoPeople.map(({ id }) => id).join(',')}}`}::uuid[])`)
  expect(await load()).toBe(0)
  expect(await database().$count(sql`orders`)).toBe(1_500)
  expect(await database().$count(sql`carts`)).toBe(1_920)
})
