import { existsSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { productVariants } from '@/db/schema/catalog'
import { localDatabaseUrl } from './local-database-url'

/** `npm run price -- AUD-HALO-SLV 179.50`: a new price for one variant, as staff would set it, to watch the open pages follow. */
async function main([sku, amount]: string[]): Promise<void> {
  if (!sku || !amount || !/^\d+([.,]\d{1,2})?$/.test(amount)) throw new Error('Say which and how much: npm run price -- AUD-HALO-SLV 179.50')
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.DATABASE_URL ||= await localDatabaseUrl()
  // The client reads the environment when it is loaded.
  const { closeDatabase, database } = await import('@/db/client')
  const { changePrice } = await import('@/lib/catalog/change-price')
  const { systemCtx } = await import('@/lib/core/context')
  const { announceOutbox } = await import('@/lib/platform/events/announce-outbox')
  try {
    const [variant] = await database().select({ id: productVariants.id }).from(productVariants).where(eq(productVariants.sku, sku))
    if (!variant) throw new Error(`There is no variant with the SKU ${sku}.`)
    const price_minor = Math.round(Number(amount.replace(',', '.')) * 100)
    const { slug, page_version: version } = await changePrice(systemCtx('price-command'), {
      variant_id: variant.id,
      price_minor,
      compare_price_minor: null,
    })
    await announceOutbox()
    process.stdout.write(`${sku} now costs ${(price_minor / 100).toFixed(2)}. /p/${slug} is at version ${version}.\n`)
  } finally {
    await closeDatabase()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
