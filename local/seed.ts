import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type SeedProgress, seedCatalogue } from '@/db/seed'
import { localDatabaseUrl } from './local-database-url'

/** `npm run seed -- --products 100000`: fills the running shop's database, or DATABASE_URL, with a synthetic catalogue. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { values } = parseArgs({ options: { products: { type: 'string' }, url: { type: 'string' } } })
  const products = Number(values.products)
  if (!Number.isInteger(products) || products < 1 || products > 9_999_999) throw new Error('Say how many: npm run seed -- --products 100000')
  const url = values.url ?? (process.env.DATABASE_URL || (await localDatabaseUrl()))
  const { added, seconds } = await seedCatalogue(url, { products, onProgress: printBar })
  process.stdout.write(`\n${added.toLocaleString('en')} products added in ${seconds.toFixed(1)} s.\n`)
}

const BAR = 30

function printBar({ done, total, perSecond, secondsLeft }: SeedProgress): void {
  const filled = Math.round((BAR * done) / total)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
  const line = `${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} products, ${perSecond.toLocaleString('en')}/s, ${secondsLeft} s left`
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
