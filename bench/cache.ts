import { type Shop, startShop } from '@/e2e/harness/shop'
import { startBareServer } from './bare-server'
import { startBenchPostgres } from './catalogues'
import { type Load, load } from './load'
import { counterOf, rssOf, statementsOf } from './measure'
import { searchQueries } from './queries'
import { line, type Result, tableHead, whereAndWhen, writeSection } from './results'
import { type Sample, sampleOf } from './sample'
import { loadUsers, type Users } from './users'

/*
 * `npm run bench -- cache`: what the caches are worth to readers, with limits on, under an address that is let through. List 3 : detail 2 :
 * search 1 (R181). Twice in one run: with everything, and with the entry's memory, the cache module and Redis off.
 */

const BROTLI = 'br'
const thinkMs: [number, number] = [1_000, 3_000]
const limits = { RATE_LIMITS: 'on', RATE_LIMIT_ALLOW: '127.0.0.1,::1', LOG_LEVEL: 'warn' }
const off = { ANSWERS_MEMORY_MB: '0', CACHE_MEMORY_MB: '0' }

/** Measures with so many `products` and writes the section of `file`. `seconds` is the length of the shortest load; the others are multiples of it. */
export async function benchCache(file: string, seconds: number, products: number): Promise<void> {
  const bench = await startBenchPostgres()
  const rows: Result[] = []
  const facts: string[] = []
  try {
    const templateUrl = await bench.catalogue(products)
    const shop = await startShop({ templateUrl, env: limits })
    const bare = await startShop({ templateUrl, env: { ...limits, ...off }, redis: false })
    try {
      const sample = await sampleOf(shop.databaseUrl)
      facts.push(await missesOf({ shop, bare }, sample))
      await loads({ shop, bare }, mixOf(sample), seconds, { rows, facts })
      await answers(shop, sample, seconds, rows)
    } finally {
      await Promise.all([shop.stop(), bare.stop()])
    }
    const how = `Written by \`npm run bench -- cache\`: ${products.toLocaleString('en-US')} products, limits on, list 3 : detail 2 : search 1. "All off" is without the entry's memory, the cache module and Redis.`
    await writeSection(file, 'Cache and load', [`${how} ${whereAndWhen()}`, '', ...facts, '', tableHead, ...rows.map(line)])
  } finally {
    await bench.stop()
  }
}

type Shops = { shop: Shop; bare: Shop }

/** Addresses in the proportion of R181, in an order that mixes them. */
function mixOf({ categories, products }: Sample): string[] {
  const list = (index: number) => (index % 3 === 0 ? '/api/v1/products' : `/api/v1/products?category=${categories[index % categories.length]}`)
  const detail = (index: number) => `/api/v1/products/${products[index % products.length]}`
  const search = (index: number) => `/api/v1/products/search?q=${encodeURIComponent(searchQueries[index % searchQueries.length] ?? '')}`
  return Array.from({ length: 100 }, (_, index) => [
    list(3 * index),
    detail(2 * index),
    list(3 * index + 1),
    search(index),
    list(3 * index + 2),
    detail(2 * index + 1),
  ]).flat()
}

async function loads({ shop, bare }: Shops, mix: string[], seconds: number, { rows, facts }: { rows: Result[]; facts: string[] }): Promise<void> {
  const pathOf = (turn: number) => mix[turn % mix.length] ?? '/'
  const thousand: Users = { count: 1_000, seconds: seconds * 4, spawnPerSecond: 200, thinkMs, pathOf }
  const hundred: Users = { count: 100, seconds: seconds * 2, spawnPerSecond: 10, thinkMs, pathOf }
  const restless = (url: string) => load({ url, paths: mix, connections: 64, seconds: seconds * 2, encoding: BROTLI })
  const kinds: [string, (url: string) => Promise<Load>][] = [
    ['1,000 users who think 1 to 3 s', (url) => loadUsers(url, thousand)],
    ['100 users, 10 more each second', (url) => loadUsers(url, hundred)],
    ['no think time, 64 connections', restless],
  ]
  for (const [name, run] of kinds) {
    const without = await watched(bare, `${name}, all off`, run)
    const first = await watched(shop, `${name}, ${rows.length === 0 ? 'cold' : 'warm'}`, run)
    rows.push(without.row, first.row)
    const again = rows.length === 2 ? await watched(shop, `${name}, warm`, run) : first
    if (again !== first) rows.push(again.row)
    const fewer = 1 - (again.row.statementsPerRequest ?? 0) / (without.row.statementsPerRequest ?? 1)
    facts.push(
      `- ${name}: ${(again.hitShare * 100).toFixed(1)} % from the entry's memory when warm, ${(fewer * 100).toFixed(1)} % fewer statements than with all off; RSS over time ${again.rss.join(', ')} MB.`,
    )
  }
}

/** A load with what it did to the shop: statements, the share that came from the entry's memory, memory over time. */
async function watched(shop: Shop, name: string, run: (url: string) => Promise<Load>) {
  const counts = async () => {
    const [hit = 0, stale = 0, miss = 0, joined = 0] = await Promise.all(
      ['hit', 'stale', 'miss', 'joined'].map((result) => counterOf(shop, `highstreet_answers_total{result="${result}"}`)),
    )
    return { statements: await statementsOf(shop), kept: hit + stale, all: hit + stale + miss + joined }
  }
  const before = await counts()
  const rss: number[] = []
  const sample = () => rss.push(Math.round(rssOf(shop.processes.server.pid)))
  const timer = setInterval(sample, 4_000)
  const measured = await run(shop.url)
  clearInterval(timer)
  sample()
  const after = await counts()
  const row: Result = {
    section: '',
    name,
    load: measured,
    statementsPerRequest: (after.statements - before.statements) / measured.requests,
    rssMb: rss.at(-1) ?? null,
    ratio: null,
  }
  process.stdout.write(`${line(row)}\n`)
  return { row, rss, hitShare: (after.kept - before.kept) / Math.max(1, after.all - before.all) }
}

/** What a person gets from the entry, against a bare Node server that sends the same bytes; and alone, with one connection. */
async function answers(shop: Shop, { categories, products }: Sample, seconds: number, rows: Result[]): Promise<void> {
  const addresses = {
    home: '/',
    'category page': `/c/${categories[0]}`,
    'product page': `/p/${products[0]}`,
    'API list': '/api/v1/products',
    'API detail': `/api/v1/products/${products[0]}`,
  }
  for (const [name, path] of Object.entries(addresses)) {
    const ask = { paths: [path], connections: 64, seconds, encoding: BROTLI }
    await load({ ...ask, url: shop.url, seconds: 2 })
    const node = await startBareServer(shop.url + path, BROTLI)
    await load({ ...ask, url: node.url, seconds: 2, paths: ['/'] })
    const floor = await load({ ...ask, url: node.url, paths: ['/'] })
    const ours = await load({ ...ask, url: shop.url })
    await node.stop()
    const alone = await load({ ...ask, url: shop.url, connections: 1, seconds: 2 })
    const kb = `${(node.bytes / 1024).toFixed(1)} kB`
    const base = { section: '', statementsPerRequest: null, rssMb: null, ratio: null }
    const made: Result[] = [
      { ...base, name: `bare Node with the bytes of: ${name} (${kb})`, load: floor },
      {
        ...base,
        name: `from the entry: ${name} (${kb})`,
        load: ours,
        ratio: { to: 'bare Node', value: ours.perSecond / floor.perSecond },
        rssMb: rssOf(shop.processes.server.pid),
      },
      { ...base, name: `from the entry: ${name}, 1 connection`, load: alone },
    ]
    rows.push(...made)
    for (const row of made) process.stdout.write(`${line(row)}\n`)
  }
}

const FIRST_TIMES = 100

/** A page that nobody has asked for yet, through the entry's memory and without it: each product once at each shop. */
async function missesOf({ shop, bare }: Shops, { products }: Sample): Promise<string> {
  const times: Record<'entry' | 'next', number[]> = { entry: [], next: [] }
  for (const slug of products.slice(0, FIRST_TIMES)) {
    for (const [name, { url }] of [
      ['next', bare],
      ['entry', shop],
    ] as const) {
      const asked = performance.now()
      await (await fetch(`${url}/p/${slug}`, { headers: { 'accept-encoding': BROTLI } })).arrayBuffer()
      times[name].push(performance.now() - asked)
    }
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const [entry, next] = [median(times.entry), median(times.next)]
  return `- A product page that nobody has asked for yet: ${entry.toFixed(1)} ms through the entry's memory, ${next.toFixed(1)} ms by Next alone (${(entry / next).toFixed(2)} times; medians of ${FIRST_TIMES}).`
}
