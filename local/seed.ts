import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type SeedProgress, seedCatalogue } from '@/db/seed'
import { seedOrders } from '@/db/seed-orders'
import { localDatabaseUrl } from './local-database-url'

const USAGE = 'Say what and how many: npm run seed -- --products 100000 --customers 50000 --orders 100000'

/** `npm run seed -- --products 100000`: fills the running shop's database, or DATABASE_URL, with synthetic products, customers and orders. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { products: text, customers: text, orders: text, url: text } })
  const [products, customers, orders] = [countOf(values.products), countOf(values.customers), countOf(values.orders)]
  if (products + customers + orders === 0) throw new Error(USAGE)
  const url = values.url ?? (process.env.DATABASE_URL || (await localDatabaseUrl()))
  if (products > 0) {
    const { added, seconds } = await seedCatalogue(url, { products, onProgress: (progress) => printBar(progress, 'products') })
    process.stdout.write(`\n${added.toLocaleString('en')} products added in ${seconds.toFixed(1)} s.\n`)
  }
  if (customers + orders > 0) {
    const added = await seedOrders(url, { customers, orders, onProgress: printBar })
    process.stdout.write(`\n${added.customers.toLocaleString('en')} customers and ${added.orders.toLocaleString('en')} orders added.\n`)
  }
}

function countOf(text: string | undefined): number {
  if (text === undefined) return 0
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 9_999_999) throw new Error(USAGE)
  return count
}

const BAR = 30

function printBar({ done, total, perSecond, secondsLeft }: SeedProgress, noun: string): void {
  const filled = Math.round((BAR * done) / total)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
  const line = `${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${noun}, ${perSecond.toLocaleString('en')}/s, ${secondsLeft} s left`
  process.stdout.write(process.stdout.isTTY ? `\r${line}\u001b[K` : `${line}\n`)
}

function explained(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ECONNREFUSED') return 'The database does not answer: run npm start first and leave it running, or set DATABASE_URL.'
  if (code === '42P01') return 'The database has no tables yet: run npm start or npm run migrate first.'
  return error instanceof Error ? error.message : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explained(error)}\n`)
  process.exit(1)
})
