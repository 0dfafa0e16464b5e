import { beforeAll, expect, it } from 'vitest'
import { databasePool } from '@/db/client'
import { findCategory } from '@/lib/catalog/find-category'
import { findProduct } from '@/lib/catalog/find-product'
import { listAllProducts } from '@/lib/catalog/list-all-products'
import { listCategories } from '@/lib/catalog/list-categories'
import { listProducts } from '@/lib/catalog/list-products'
import { listProductSlugs, listSitemapProducts } from '@/lib/catalog/list-sitemap'
import { ListProducts, SearchProducts } from '@/lib/catalog/schemas'
import { ListAllProducts } from '@/lib/catalog/staff-schemas'
import { systemCtx } from '@/lib/core/context'
import { listInventory } from '@/lib/inventory/list-inventory'
import { listMovements } from '@/lib/inventory/list-movements'
import { ListInventory, ListMovements } from '@/lib/inventory/schemas'
import { env } from '@/lib/platform/env'
import { findFacets } from '@/lib/search/find-facets'
import { searchProducts } from '@/lib/search/search-products'
import { suggest } from '@/lib/search/suggest'
import { viewOf } from '@/lib/view/view-of'
import { seedCatalogue } from './seed'
import { recordStatements, type SentStatement } from './statements'

/*
 * R40: at least 95 % of the statements use an index. `npm test` looks at 10,000 products, `npm run prove` at 100,000
 * (EXPLAIN_PRODUCTS). A statement counts as indexed when it reads none of the growing tables from end to end; a table of a few
 * pages is rightly read whole.
 */
const PRODUCTS = Number(process.env.EXPLAIN_PRODUCTS ?? 10_000)
const SMALL_PAGES = 25

/** Statements that may read a whole table, and why. */
const exceptions: Record<string, string> = {
  'facets of everything': 'takes any 600 products: reading the table from its start and stopping there is the cheapest way to them',
  'all products with low stock': 'compares the units of one table with the threshold of another: looks through the narrow table of units',
  'a word that most products have': 'takes any 1,000 hits: reading the table from its start and stopping there is the cheapest way to them',
}

const ctx = systemCtx('test')
const list = (input: Record<string, unknown>) => listProducts(ctx, ListProducts.parse(input))
const listAll = (input: Record<string, unknown>) => listAllProducts(ctx, ListAllProducts.parse(input))
const inventory = (input: Record<string, unknown>) => listInventory(ctx, ListInventory.parse(input))
const search = (input: Record<string, unknown>) => searchProducts(ctx, SearchProducts.parse(input))

let slug = ''
let category = ''

beforeAll(async () => {
  await seedCatalogue(env.DATABASE_URL ?? '', { products: PRODUCTS })
  // As autovacuum leaves it: without the visibility map no index can answer alone.
  for (const table of ['products', 'category_products', 'product_sales']) await databasePool().client.unsafe(`vacuum (analyze) ${table}`)
  const { data } = await list({ page_size: 1 })
  const product = await findProduct(ctx, data[0]?.slug ?? '')
  slug = product?.slug ?? ''
  category = product?.breadcrumbs[0]?.slug ?? ''
}, 300_000)

const sorts = ['arranged', 'newest', 'price', '-price', 'rating', 'best_selling']
const staffSorts = ['newest', 'name', '-name', 'price', '-price', 'stock', '-stock']

const reads = (): Record<string, () => Promise<unknown>> => ({
  ...Object.fromEntries(sorts.map((sort) => [`list by ${sort}`, () => list({ sort })])),
  ...Object.fromEntries(sorts.map((sort) => [`category by ${sort}`, () => list({ sort, category })])),
  'second page': async () => list({ cursor: (await list({})).next_cursor }),
  'second page of a category': async () => list({ category, cursor: (await list({ category })).next_cursor }),
  'numbered page': () => list({ page: 20 }),
  'numbered page of a category': () => list({ category, page: 3 }),
  'price range': () => list({ price_min: 1000, price_max: 2000, sort: 'price' }),
  'a filter that half of all products pass': () => list({ in_stock: 'true' }),
  featured: () => list({ featured: 'true' }),
  'part of a name': () => list({ name: 'lamp' }),
  detail: () => findProduct(ctx, slug),
  category: () => findCategory(ctx, category),
  tree: () => listCategories(ctx),
  view: async () => viewOf(ctx, { products: (await list({ page_size: 3 })).data.map((card) => card.id) }),
  'sitemap shard': () => listSitemapProducts(ctx, 0),
  'slugs to build': () => listProductSlugs(ctx, 20),
  'search for words': () => search({ q: 'wool lamp' }),
  'search for an SKU': () => search({ q: 'SYN-0000123' }),
  'search with a slip': () => search({ q: 'lmap' }),
  'search for words of which things have some': () => search({ q: 'lamp quokka' }),
  'search by price': () => search({ q: 'lamp', sort: 'price' }),
  'a word that most products have': () => search({ q: 'syn' }),
  suggestions: () => suggest(ctx, { q: 'lam' }),
  'facets of a search': () => findFacets(ctx, { search: 'wool lamp' }),
  'facets of a category': () => findFacets(ctx, { category }),
  'facets of everything': () => findFacets(ctx, {}),
  ...Object.fromEntries(staffSorts.map((sort) => [`all products by ${sort}`, () => listAll({ sort })])),
  ...Object.fromEntries(
    staffSorts.map((sort) => [`all products by ${sort}, further on`, async () => listAll({ sort, cursor: (await listAll({ sort })).next_cursor })]),
  ),
  'all products called so': () => listAll({ q: 'wool lamp' }),
  'all products with this SKU': () => listAll({ q: 'SYN-0000123' }),
  'all drafts': () => listAll({ status: 'draft' }),
  'all products that are sold out': () => listAll({ stock: 'out', sort: 'name' }),
  'all products with low stock': () => listAll({ stock: 'low', sort: 'stock' }),
  'all products of a category': async () => listAll({ category: (await findCategory(ctx, category))?.id }),
  'stock levels': () => inventory({}),
  'second page of stock levels': async () => inventory({ cursor: (await inventory({})).next_cursor }),
  'stock levels by words': () => inventory({ q: 'wool lamp' }),
  'what is low': () => inventory({ level: 'low' }),
  'second page of what is low': async () =>
    inventory({ level: 'low', page_size: 5, cursor: (await inventory({ level: 'low', page_size: 5 })).next_cursor }),
  'what is sold out': () => inventory({ level: 'out' }),
  'ledger of a variant': async () => listMovements(ctx, ListMovements.parse({ id: (await inventory({ page_size: 1 })).data[0]?.variant_id })),
})

/** Which tables are small is read, not listed. */
async function smallTables(): Promise<Set<string>> {
  const rows = await databasePool().client.unsafe(`select relname from pg_class where relkind = 'r' and relpages < ${SMALL_PAGES}`)
  return new Set(rows.map((row) => String(row.relname)))
}

it(`R40: at least 95 % of the statements use an index at ${PRODUCTS.toLocaleString('en')} products`, async () => {
  const small = await smallTables()
  const whole: string[] = []
  let count = 0
  for (const [name, read] of Object.entries(reads())) {
    const { statements } = await recordStatements(read)
    for (const statement of statements) {
      count++
      const tables = (await tablesReadWhole(statement)).filter((table) => !small.has(table))
      if (tables.length > 0) whole.push(name)
    }
  }
  expect(whole.filter((name) => !exceptions[name])).toEqual([])
  expect(1 - whole.length / count).toBeGreaterThanOrEqual(0.95)
})

type PlanNode = { 'Node Type': string; 'Relation Name'?: string; Plans?: PlanNode[] }

async function tablesReadWhole({ text, params }: SentStatement): Promise<string[]> {
  const [row] = await databasePool().client.unsafe(`explain (format json) ${text}`, [...params])
  const plans = (row?.['QUERY PLAN'] ?? []) as { Plan: PlanNode }[]
  const found: string[] = []
  const open = plans.map(({ Plan }) => Plan)
  for (let node = open.pop(); node; node = open.pop()) {
    const table = node['Relation Name']
    if (node['Node Type'] === 'Seq Scan' && table) found.push(table)
    open.push(...(node.Plans ?? []))
  }
  return found
}
