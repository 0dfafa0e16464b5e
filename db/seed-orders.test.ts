import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findViolations } from './check-invariants'
import { database } from './client'
import { seedCatalogue } from './seed'
import { seedOrders } from './seed-orders'

const url = process.env.DATABASE_URL ?? ''

test('a year of synthetic orders goes on where an earlier seed ended, and breaks none of the rules that real ones keep', async () => {
  await expect(seedOrders(url, { orders: 1 })).rejects.toThrow('seed products first')
  await seedCatalogue(url, { products: 100 })
  expect(await seedOrders(url, { orders: 20 }), 'without customers, guests order').toEqual({ customers: 0, orders: 20 })
  expect(await seedOrders(url, { customers: 50, orders: 400 })).toEqual({ customers: 50, orders: 380 })
  const seen: string[] = []
  const onProgress = ({ done }: { done: number }, noun: string) => void seen.push(`${done} ${noun}`)
  expect(await seedOrders(url, { customers: 60, orders: 500, onProgress })).toEqual({ customers: 10, orders: 100 })
  expect(seen).toEqual(['60 customers', '500 orders'])
  expect(await findViolations(database())).toEqual([])

  const found = await database().execute<{ status: string }>(sql`select distinct status from orders order by status`)
  expect(found.map(({ status }) => status)).toEqual(['cancelled', 'delivered', 'expired', 'paid', 'shipped'])
  const [counts] = await database().execute(sql`
    select count(*)::int as orders, count(distinct order_number)::int as numbers, bool_or(user_id is null) as "withGuests",
      bool_and(created_at between now() - interval '366 days' and now()) as "inYear" from orders`)
  expect(counts).toEqual({ orders: 500, numbers: 500, withGuests: true, inYear: true })
})
