import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findViolations } from './check-invariants'
import { database } from './client'
import { refreshCategoryCopies, refreshDerivedColumns } from './product-columns'
import { seedCatalogue } from './seed'

const url = process.env.DATABASE_URL ?? ''
const one = async (query: ReturnType<typeof sql>) => (await database().execute<Record<string, unknown>>(query))[0]

test('the seed goes on where an earlier one ended, and what it wrote is what the shop itself would have derived', async () => {
  expect((await seedCatalogue(url, { products: 300 })).added).toBe(300)
  const first = await one(sql`select md5(string_agg(name || sku_text || price_minor, ',' order by sku)) as sum from products`)
  const progress: number[] = []
  expect((await seedCatalogue(url, { products: 900, onProgress: ({ done }) => progress.push(done) })).added).toBe(600)
  expect((await seedCatalogue(url, { products: 900 })).added).toBe(0)
  expect(progress).toEqual([900])
  const again = await one(
    sql`select md5(string_agg(name || sku_text || price_minor, ',' order by sku)) as sum from products where sku < 'SYN-0000300'`,
  )
  expect(again).toEqual(first)

  const everything = sql`select id from products`
  expect((await database().execute(sql`${refreshDerivedColumns(everything)} returning p.sku, d.*`))[0]).toBeUndefined()
  expect((await database().execute(sql`${refreshCategoryCopies(everything)} returning c.*`))[0]).toBeUndefined()
  expect(await findViolations(database())).toEqual([])
  const wrong = await one(sql`
    select count(*)::int as n from products p
    where (select sold from product_sales where product_id = p.id) <> (
        select coalesce(-sum(m.on_hand_delta), 0) from inventory_movements m join product_variants v on v.id = m.variant_id
        where v.product_id = p.id and m.kind = 'sold')
      or (select count(*) from category_products c where c.product_id = p.id) <> 3
      or (select count(*) from product_variants v where v.product_id = p.id) not between 1 and 6`)
  expect(wrong).toEqual({ n: 0 })
  expect(await one(sql`select count(*)::int as n from categories c where not exists (select from categories d where d.parent_id = c.id)`)).toEqual({
    n: 61,
  })
})
