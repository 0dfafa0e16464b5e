import { parseArgs } from 'node:util'
import { type Shop, startShop } from '@/e2e/harness/shop'
import { startBareServer } from './bare-server'
import { benchCache } from './cache'
import { startBenchPostgres } from './catalogues'
import { benchDashboard } from './dashboard'
import { startFloor } from './floor-app'
import { benchJobs } from './jobs'
import { type Load, load } from './load'
import { measureShop, rssOf } from './measure'
import { measureNaive } from './naive-runs'
import { cartChain, purchaseChain } from './purchase'
import { searchQueries } from './queries'
import { line, type Result, writeResults } from './results'
import { type Sample, sampleOf } from './sample'
import { scriptKilobytes } from './script-bytes'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    products: { type: 'string', default: '10000,100000' },
    events: { type: 'string', default: '50000' },
  },
})
const seconds = Number(options.seconds)
const sizes = options.products.split(',').map(Number)
const results: Result[] = []
/** What browsers accept: the memory answers in Brotli, Next in gzip. */
const BROWSER = 'gzip, deflate, br'
const facts: string[] = []

/** The same shop twice: as it runs, with finished answers in the entry's memory, and without that memory. */
type Shops = { shop: Shop; bare: Shop }

if (positionals.includes('jobs')) {
  await benchJobs('bench/RESULTS.md', Number(options.events))
  process.exit(0)
}

if (positionals.includes('cache')) {
  await benchCache('bench/RESULTS.md', seconds, Math.max(...sizes))
  process.exit(0)
}

if (positionals.includes('dashboard')) {
  await benchDashboard('bench/RESULTS.md')
  process.exit(0)
}

const bench = await startBenchPostgres()
try {
  for (const size of sizes) {
    const templateUrl = await bench.catalogue(size)
    const shop = await startShop({ templateUrl, env: { LOG_LEVEL: 'warn' } })
    const bare = await startShop({ templateUrl, env: { LOG_LEVEL: 'warn', ANSWERS_MEMORY_MB: '0', CACHE_MEMORY_MB: '0' } })
    try {
      await measureSize({ shop, bare }, size, size === Math.max(...sizes))
    } finally {
      await Promise.all([shop.stop(), bare.stop()])
    }
  }
  await writeResults('bench/RESULTS.md', results, facts)
} finally {
  await bench.stop()
}

/** Lists and details at every size; the rest at the largest. */
async function measureSize(shops: Shops, size: number, isLargest: boolean): Promise<void> {
  const { shop, bare } = shops
  const at = `${size.toLocaleString('en-US')} products`
  const measure = measureShop(shop, seconds, results)
  const sample = await sampleOf(shop.databaseUrl)
  const idleMb = rssOf(shop.processes.server.pid)
  const empty = await measure(at, 'empty route handler (the floor)', { paths: ['/api/health/live'], connections: 32 })
  const floor = { to: 'empty route', load: empty }
  const deep = Math.min(4_000, size / 20 - 5)
  await measureReads(shops, at, floor, {
    'API list, page 1': ['/api/v1/products'],
    [`API list, page ${deep.toLocaleString('en-US')}, by cursor`]: [await deepPage(bare, deep)],
    'API category list': sample.categories.map((slug) => `/api/v1/products?category=${slug}`),
    'API detail': sample.products.map((slug) => `/api/v1/products/${slug}`),
  })
  if (!isLargest) return

  facts.push(`RSS of the server at rest before the first request: ${idleMb.toFixed(0)} MB.`)
  const queries = (path: string) => searchQueries.map((query) => `${path}=${encodeURIComponent(query)}`)
  await measureReads(
    shops,
    at,
    floor,
    {
      'search, 50 fixed queries': queries('/api/v1/products/search?q'),
      'facets, 50 fixed queries': queries('/api/v1/products/facets?search'),
      'suggest, 50 fixed queries': queries('/api/v1/products/suggest?q'),
    },
    16,
  )

  await measurePages(shops, at, sample)

  await measure(at, 'cart create + add (pairs)', { chain: cartChain(sample.variants), connections: 16, perUnit: 2 })
  await measure(at, 'whole purchase: cart, add, place, pay', {
    chain: purchaseChain(sample.variants),
    connections: 16,
    perUnit: 4,
    seconds: seconds * 2,
  })
  facts.push(`RSS of the server after all loads: ${rssOf(shop.processes.server.pid).toFixed(0)} MB.`)
  facts.push(`Ready ${await startMs(bare)} ms after its start, with a build there.`)
  await measureNaive(shop, at, sample, seconds, results)
}

/** From the start of the process to its readiness. */
async function startMs(shop: Shop): Promise<number> {
  await shop.killServer()
  const beganAt = performance.now()
  await shop.startServer()
  return Math.round(performance.now() - beganAt)
}

type Floor = { to: string; load: Load }

/** Each read made anew every time, and then from the entry's memory as browsers get it. */
async function measureReads({ shop, bare }: Shops, at: string, floor: Floor, reads: Record<string, string[]>, connections = 32): Promise<void> {
  for (const [name, paths] of Object.entries(reads)) {
    await measureShop(bare, seconds, results)(at, name, { paths, connections, floor, note: 'memory off' })
    await measureShop(shop, seconds, results)(at, name, { paths, connections: 64, encoding: BROWSER, floor, note: 'from memory' })
  }
}

/** Pages against a bare static page with the same bytes, in turn: plain, gzip, as browsers ask; and against Node alone with the same bytes. */
async function measurePages({ shop, bare }: Shops, at: string, { categories, products }: Sample): Promise<void> {
  const pages = { home: '/', category: `/c/${categories[0]}`, product: `/p/${products[0]}` }
  for (const [name, path] of Object.entries(pages)) {
    const html = await (await fetch(shop.url + path)).text()
    const floorApp = await startFloor(html)
    const length = (await (await fetch(floorApp.url)).text()).length
    for (const encoding of [undefined, 'gzip', BROWSER]) {
      const how = encoding === undefined ? '' : encoding === BROWSER ? ', as browsers ask' : ', gzip'
      const ask = { paths: [path], connections: 32, ...(encoding ? { encoding } : {}) }
      const bytes = `${Math.round(length / 1024)} kB beside ${Math.round(html.length / 1024)} kB`
      const floor = { to: 'static floor', load: await measureOutside(at, `static floor for ${name} (${bytes})${how}`, floorApp.url, encoding) }
      await measureShop(bare, seconds, results)(at, `page: ${name}${how}`, { ...ask, floor, note: 'memory off' })
      await measureShop(shop, seconds, results)(at, `page: ${name}${how}`, { ...ask, floor, note: 'from memory' })
    }
    if (name === 'product') {
      const [ours, bareKb] = [await scriptKilobytes(shop.url + path), await scriptKilobytes(floorApp.url)]
      facts.push(`JavaScript of a product page: ${ours.toFixed(0)} kB with gzip, ${(ours - bareKb).toFixed(0)} kB above a bare page of this Next.`)
    }
    await floorApp.stop()
    const node = await startBareServer(shop.url + path, BROWSER)
    const alone = await measureOutside(at, `bare Node server, ${name} (${Math.round(node.bytes / 1024)} kB Brotli)`, node.url, BROWSER)
    await node.stop()
    await measureShop(shop, seconds, results)(at, `page: ${name}, as browsers ask`, {
      paths: [path],
      connections: 32,
      encoding: BROWSER,
      floor: { to: 'bare Node', load: alone },
      note: 'from memory',
    })
  }
}

/** A row for a server that is none of ours. */
async function measureOutside(section: string, name: string, url: string, encoding: string | undefined): Promise<Load> {
  const options = { url, paths: ['/'], connections: 32, ...(encoding ? { encoding } : {}) }
  await load({ ...options, seconds: 2 })
  const measured = await load({ ...options, seconds })
  const result: Result = { section, name, load: measured, statementsPerRequest: null, rssMb: null, ratio: null }
  results.push(result)
  process.stdout.write(`${line(result)}\n`)
  return measured
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
