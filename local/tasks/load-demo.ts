import { loadDemoCatalogue } from '@/db/demo/load'
import { runTask } from './run-task'

/** Fills an empty database with the demo catalogue. Environment: DATABASE_URL. */
await runTask(async (onProgress) => {
  const { products, variants } = await loadDemoCatalogue(process.env.DATABASE_URL ?? '', { onProgress })
  return `${products} products in ${variants} variants`
})
