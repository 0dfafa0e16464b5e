import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { findViolations } from '@/db/check-invariants'
import { database } from '@/db/client'
import { refreshCategoryCopies, refreshDerivedColumns } from '@/db/product-columns'
import { demoCategories, demoProducts } from './demo-catalogue'
import { loadDemoCatalogue } from './load'
import { planPictures } from './pictures'
import { demoRows } from './rows'

const url = process.env.DATABASE_URL ?? ''
let results: Awaited<ReturnType<typeof loadDemoCatalogue>>[]

beforeAll(async () => {
  results = await Promise.all([loadDemoCatalogue(url), loadDemoCatalogue(url)])
})

const count = async (query: ReturnType<typeof sql>) =>
  Number((await database().execute<{ n: number }>(sql`select count(*)::int as n from (${query}) q`))[0]?.n)

test('of two processes that load at the same moment one does, and a third finds it done', async () => {
  expect(results.map(({ loaded }) => loaded).sort()).toEqual([false, true])
  expect(await loadDemoCatalogue(url)).toMatchObject({ loaded: false })
  expect(await count(sql`select from settings where demo_loaded_at is not null`)).toBe(1)
})

test('the shop is as large as promised: 160 products, 24 leaves in three levels, variants, reviews', async () => {
  expect(await count(sql`select from products where is_active`)).toBeGreaterThanOrEqual(160)
  expect(await count(sql`select from categories c where not exists (select from categories d where d.parent_id = c.id)`)).toBeGreaterThanOrEqual(24)
  const depth = sql`with recursive t as (select id, 1 as level from categories where parent_id is null
    union all select c.id, t.level + 1 from categories c join t on c.parent_id = t.id) select distinct level from t`
  expect(await count(depth)).toBe(3)
  expect(await count(sql`select from product_variants`)).toBeGreaterThan(500)
  expect(await count(sql`select from reviews where is_approved`)).toBeGreaterThan(300)
  expect(await count(sql`select from products where is_featured`)).toBeGreaterThanOrEqual(8)
  expect(await count(sql`select from products where compare_price_minor > price_minor`)).toBeGreaterThanOrEqual(20)
})

test('some things are low and some are sold out, as in a shop that sells', async () => {
  expect(await count(sql`select from inventory_levels where on_hand - reserved = 0`)).toBeGreaterThan(5)
  expect(await count(sql`select from inventory_levels where on_hand - reserved between 1 and 5`)).toBeGreaterThan(10)
  expect(await count(sql`select from product_stock where quantity = 0`)).toBeGreaterThan(0)
  expect(await count(sql`select from product_stock where quantity between 1 and 5`)).toBeGreaterThan(0)
})

test('each product has a category with its ancestors, two pictures, recommendations and a price range', async () => {
  const lame = sql`select from products p where picture is null or picture2 is null
    or (select count(*) from category_products c where c.product_id = p.id) < 3
    or (select count(*) from product_images i where i.product_id = p.id) < 2
    or (select count(*) from product_images i where i.product_id = p.id and i.is_main) <> 1
    or not exists (select from product_recommendations r where r.product_id = p.id)
    or not exists (select from product_variants v where v.product_id = p.id)`
  expect(await count(lame)).toBe(0)
  expect(await count(sql`select from product_variants where attributes ? 'Colour' and image_id is null`)).toBe(0)
})

test('everything that is derived is what it is derived from', async () => {
  const everything = sql`select id from products`
  expect((await database().execute(sql`${refreshDerivedColumns(everything)} returning p.id`)).length).toBe(0)
  expect((await database().execute(sql`${refreshCategoryCopies(everything)} returning c.product_id`)).length).toBe(0)
  expect(await findViolations(database())).toEqual([])
})

test('two loads give the same ids, and every option value of colour has a picture', () => {
  const blurs = new Map(planPictures(demoCategories, demoProducts).map(({ hash }) => [hash, '']))
  const rows = (now: string) => demoRows({ categories: demoCategories, products: demoProducts, blurs, now: new Date(now) })
  const ids = (all: ReturnType<typeof rows>) =>
    [all.categories, all.products, all.variants, all.images, all.movements, all.reviews].map((list) => list.map(({ id }) => id))
  expect(ids(rows('2026-01-01'))).toEqual(ids(rows('2027-06-01')))
  expect(new Set(ids(rows('2026-01-01')).flat()).size).toBe(ids(rows('2026-01-01')).flat().length)
})
