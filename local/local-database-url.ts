import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The database of a running `npm start`, whose port is kept in the data directory. */
export async function localDatabaseUrl(): Promise<string> {
  const file = path.join(process.env.DATA_DIR || '.data', 'kept.json')
  const kept = existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as { ports?: { postgres?: number } }) : {}
  const port = kept.ports?.postgres
  if (!port) throw new Error('There is no database: run npm start first and leave it running, or set DATABASE_URL.')
  return `postgres://postgres@127.0.0.1:${port}/highstreet`
}
