import { existsSync } from 'node:fs'
import { createBoard } from './board'
import { localDatabaseUrl } from './local-database-url'

/** `npm run cache:warm`: asks the running shop for what people open first, after a deploy or a change of much at once (R105). */
async function main([url]: string[]): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.DATABASE_URL ||= await localDatabaseUrl()
  process.env.LOG_LEVEL ||= 'warn'
  // The client reads the environment when it is loaded.
  const { closeDatabase } = await import('@/db/client')
  const { warmPages } = await import('@/lib/catalog/warm-pages')
  const { systemCtx } = await import('@/lib/core/context')
  const board = createBoard()
  try {
    await board.step('Warming', async ({ progress }) => {
      const { pages, failed } = await warmPages(systemCtx('cache-warm'), { ...(url ? { url: new URL(url).origin } : {}), onProgress: progress })
      if (failed === pages) throw new Error('The shop does not answer: is it running, and on this PORT? npm run cache:warm -- http://localhost:3000')
      return failed === 0 ? `${pages} pages are ready` : `${pages - failed} of ${pages} pages are ready`
    })
  } finally {
    await closeDatabase()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
