import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { type Shop, startShop } from '@/e2e/harness/shop'
import { startBenchPostgres } from './catalogues'
import { startFloor } from './floor-app'
import type { Load } from './load'
import { measureShop, rssOf } from './measure'
import { measureNaive } from './naive-runs'
import { cartChain, purchaseChain } from './purchase'
import { searchQueries } from './queries'
import { type Result, writeResults } from './results'

const { values: options } = parseArgs({
  options: { seconds: { type: 'string', default: '6' }, products: { type: 'string', default: '10000,100000' } },
})
const seconds = Number(options.seconds)
const sizes = options.products.split(',').map(Number)
const results: Result[] = []
const facts: string[] = []

const bench = await startBenchPostgres()
try {
  for (const size of sizes) {
    const templateUrl = await bench.catalogue(size)
    const shop = await startShop({ templateUrl, env: { LOG_LEVEL: 'warn' } })
    try {
      await measureSize(shop, size, size === Math.max(...sizes))
    } finally {
      await shop.stop()
    }
  }
  await writeResults('bench/RESULTS.md', results, facts)
} finally {
  await bench.stop()
}

/** Lists and details at every size; the rest at the largest. */
async function measureSize(shop: Shop, size: number, isLargest: boolean): Promise<void> {
  const at = `${size.toLocaleString('en-US')} products`
  const measure = measureShop(shop, seconds, results)
  const sample = await sampleOf(shop.databaseUrl)
  const idleMb = rssOf(shop.processes.server.pid)
  const empty = await measure(at, 'empty route handler (the floor)', { paths: ['/api/health/live'], connections: 32 })
  const floor = { to: 'empty route', load: empty }
  await measure(at, 'API list, page 1', { paths: ['/api/v1/products'], connections: 32, floor })
  const deep = Math.min(4_000, size / 20 - 5)
  await measure(at, `API list, page ${deep.toLocaleString('en-US')}`, {
    paths: [await deepPage(shop, deep)],
    connections: 32,
    floor,
    note: 'by cursor',
  })
  await measure(at, 'API category list', { paths: sample.categories.map((slug) => `/api/v1/products?category=${slug}`), connections: 32, floor })
  await measure(at, 'API detail', { paths: sample.products.map((slug) => `/api/v1/products/${slug}`), connections: 32, floor })
  if (!isLargest) return

  facts.push(`RSS of the server at rest before the first request: ${idleMb.toFixed(0)} MB.`)
  const search = searchQueries.map((query) => `/api/v1/products/search?q=${encodeURIComponent(query)}`)
  await measure(at, 'search, 50 fixed queries', { paths: search, connections: 16 })
  await measure(at, 'facets, 50 fixed queries', {
    paths: searchQueries.map((query) => `/api/v1/products/facets?search=${encodeURIComponent(query)}`),
    connections: 16,
  })
  await measure(at, 'suggest, 50 fixed queries', {
    paths: searchQueries.map((query) => `/api/v1/products/suggest?q=${encodeURIComponent(query)}`),
    connections: 16,
  })

  await measurePages(shop, at, sample)

  await measure(at, 'cart create + add (pairs)', { chain: cartChain(sample.variants), connections: 16, perUnit: 2 })
  await measure(at, 'whole purchase: cart, add, place, pay', {
    chain: purchaseChain(sample.variants),
    connections: 16,
    perUnit: 4,
    seconds: seconds * 2,
  })
  facts.push(`RSS of the server after all loads: ${rssOf(shop.processes.server.pid).toFixed(0)} MB.`)
  await measureNaive(shop, at, sample, seconds, results)
}

type Sample = Awaited<ReturnType<typeof sampleOf>>

/** Pages against a bare static page with the same bytes, in turn, with and without compression. */
async function measurePages(shop: Shop, at: string, { categories, products }: Sample): Promise<void> {
  const measure = measureShop(shop, seconds, results)
  const pages = { home: '/', category: `/c/${categories[0]}`, product: `/p/${products[0]}` }
  for (const encoding of [undefined, 'gzip']) {
    const how = encoding ? ', gzip' : ''
    for (const [name, path] of Object.entries(pages)) {
      const html = await (await fetch(shop.url + path)).text()
      const floor = await startFloor(html)
      const length = (await (await fetch(floor.url)).text()).length
      const bare = await measureFloor(floor.url, encoding)
      results.push({
        section: at,
        name: `static floor for ${name} (${Math.round(length / 1024)} kB beside ${Math.round(html.length / 1024)} kB)${how}`,
        load: bare,
        statementsPerRequest: null,
        rssMb: null,
        ratio: null,
      })
      await floor.stop()
      await measure(at, `page: ${name}${how}`, {
        paths: [path],
        connections: 32,
        ...(encoding ? { encoding } : {}),
        floor: { to: 'static floor', load: bare },
      })
    }
  }
}

async function measureFloor(url: string, encoding: string | undefined): Promise<Load> {
  const { load } = await import('./load')
  const options = { url, paths: ['/'], connections: 32, ...(encoding ? { encoding } : {}) }
  await load({ ...options, seconds: 2 })
  return load({ ...options, seconds })
}

/** The address of a page deep in the list, found by following the cursors. */
async function deepPage(shop: Shop, page: number): Promise<string> {
  let path = '/api/v1/products?page_size=100'
  for (let skipped = 0; skipped < page * 20; skipped += 100) {
    const { next_cursor } = (await (await fetch(shop.url + path)).json()) as { next_cursor: string | null }
    if (!next_cursor) break
    path = `/api/v1/products?page_size=100&cursor=${encodeURIComponent(next_cursor)}`
  }
  return path.replace('page_size=100', 'page_size=20')
}

async function sampleOf(databaseUrl: string) {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  const products = await sql<{ slug: string }[]>`select slug from products where is_active order by md5(id::text) limit 200`
  const categories = await sql<
    { slug: string }[]
  >`select c.slug from categories c where not exists (select from categories k where k.parent_id = c.id) order by slug limit 20`
  const variants = await sql<{ id: string }[]>`select variant_id as id from inventory_levels where on_hand >= 1000000`
  await sql.end()
  return { products: products.map((row) => row.slug), categories: categories.map((row) => row.slug), variants: variants.map((row) => row.id) }
}
