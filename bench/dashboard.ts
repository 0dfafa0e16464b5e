import postgres from 'postgres'
import { call } from '@/e2e/harness/api'
import { type Shop, startShop } from '@/e2e/harness/shop'
import { systemCtx } from '@/lib/core/context'
import { startBenchPostgres } from './catalogues'
import { whereAndWhen, writeSection } from './results'

/*
 * `npm run bench -- dashboard`: how long the lists of the dashboard take in a large shop, at the first page and at a deep one, and its
 * reports.
 * One request after another by an admin, over the API (the pages ask the same functions), with nothing kept anywhere.
 */

const SIZE = { products: 100_000, customers: 50_000, orders: 100_000 }
const REPEATS = 9
/** Pages of 50 rows, the most that every list gives, that are passed on the way to the deep one. */
const DEEP = 200

const lists: Record<string, string[]> = {
  products: [
    '',
    'sort=name',
    'sort=price',
    'sort=stock',
    'q=lamp',
    'q=wool%20lamp&sort=name',
    'q=SYN-0000123',
    'status=active&sort=name',
    'stock=low',
    'stock=low&status=active&category={category}',
    'stock=out&sort=price',
    'category={category}&sort=price',
    'category={category}&sort=name',
  ],
  inventory: ['', 'q=lamp', 'level=low', 'level=out'],
  orders: ['', 'q=HS-1000', 'q=smith', 'status=paid', 'status=delivered&payment_status=partially_refunded', 'total_min=100000', 'from={month}'],
  customers: ['', 'sort=-spent', 'q=smith', 'ordered=yes', 'ordered=yes&sort=-spent', 'ordered=no&sort=-spent', 'from={month}'],
  reviews: ['', 'status=shown'],
}

type Page = { data: unknown[]; next_cursor: string | null }

/** Measures, and writes the section "Dashboard" of `file`. */
export async function benchDashboard(file: string): Promise<void> {
  const bench = await startBenchPostgres()
  try {
    const shop = await startShop({ templateUrl: await bench.shop(SIZE), env: { LOG_LEVEL: 'warn', RATE_LIMITS: 'off' } })
    try {
      const { authorization, category } = await prepare(shop)
      const rows: string[] = []
      for (const [list, queries] of Object.entries(lists)) {
        for (const query of queries) {
          const path = `/admin/${list}?${query.replace('{category}', category).replace('{month}', daysAgo(30))}`
          const words = `${list}${query && `, ${decodeURIComponent(query).replaceAll('&', ', ').replace('{category}', 'a large one').replace('{month}', '30 days ago')}`}`
          const first = await timed(shop, path, authorization)
          const deep = await deepPage(shop, path, authorization)
          rows.push(`| ${words} | ${first} | ${deep ? `${await timed(shop, deep, authorization)}` : ''} |`)
          process.stdout.write(`${rows.at(-1)}\n`)
        }
      }
      for (const isSummedUp of [false, true]) {
        if (isSummedUp) await sumUp(shop)
        for (const days of [30, 365]) {
          const path = `/admin/reports?from=${daysAgo(days - 1)}&to=${daysAgo(0)}`
          const words = `report of ${days} days${isSummedUp ? '' : ', nothing summed up yet'}`
          rows.push(`| ${words} | ${await timed(shop, path, authorization)} | |`)
          process.stdout.write(`${rows.at(-1)}\n`)
        }
      }
      const counts = `${Object.entries(SIZE)
        .map(([noun, count]) => `${count.toLocaleString('en-US')} ${noun}`)
        .join(', ')}`
      const how = `Written by \`npm run bench -- dashboard\`: ${counts}; pages of 50, one request after another, the median and the slowest of ${REPEATS} in ms. "Deep" is behind up to ${(DEEP * 50).toLocaleString('en-US')} rows.`
      await writeSection(file, 'Dashboard', [`${how} ${whereAndWhen()}`, '', '| list | first page | deep page |', '|---|---|---|', ...rows])
    } finally {
      await shop.stop()
    }
  } finally {
    await bench.stop()
  }
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** What the hourly job does. */
async function sumUp(shop: Shop): Promise<void> {
  process.env.DATABASE_URL = shop.databaseUrl
  const [{ rollUp }, { closeDatabase }] = await Promise.all([import('@/lib/analytics/roll-up'), import('@/db/client')])
  await rollUp(systemCtx('bench'))
  await closeDatabase()
}

/** An admin's token, and the id of a category with many products. */
async function prepare(shop: Shop): Promise<{ authorization: string; category: string }> {
  const who = { name: 'Ada', email: 'ada@example.com', password: 'seven green lanterns' }
  await call(shop.url, '/registrations', { method: 'POST', body: who })
  const sql = postgres(shop.databaseUrl, { max: 1, onnotice: () => {} })
  await sql`update users set role = 'admin', email_verified = true where email = ${who.email}`
  const [large] = await sql<{ id: string }[]>`select category_id as id from category_products group by category_id order by count(*) desc limit 1`
  await sql.end()
  const { json } = await call<{ token: string }>(shop.url, '/sessions', { method: 'POST', body: { email: who.email, password: who.password } })
  return { authorization: `Bearer ${json.token}`, category: large?.id ?? '' }
}

async function ask(shop: Shop, path: string, authorization: string): Promise<Page> {
  const { status, json, text } = await call<Page>(shop.url, path, { headers: { authorization } })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text.slice(0, 300)}`)
  return json
}

/** The same list behind many rows; null when it ends within the first page. */
async function deepPage(shop: Shop, path: string, authorization: string): Promise<string | null> {
  let deep: string | null = null
  for (let page = 0; page < DEEP; page++) {
    const { next_cursor } = await ask(shop, `${deep ?? path}&page_size=50`, authorization)
    if (!next_cursor) break
    deep = `${path}&cursor=${encodeURIComponent(next_cursor)}`
  }
  return deep
}

async function timed(shop: Shop, path: string, authorization: string): Promise<string> {
  const times: number[] = []
  for (let index = 0; index < REPEATS; index++) {
    const beganAt = performance.now()
    await ask(shop, path, authorization)
    times.push(performance.now() - beganAt)
  }
  times.sort((a, b) => a - b)
  return `${Math.round(times[Math.floor(REPEATS / 2)] ?? 0)} (${Math.round(times.at(-1) ?? 0)})`
}
