import { drizzle } from 'drizzle-orm/postgres-js'
import type { Sql } from 'postgres'
import { env } from '@/lib/platform/env'
import { createPool, type Pool } from './pool'

/** What reads: the database itself or an open transaction. */
export type Database = ReturnType<typeof openDatabase>['db']

function openDatabase() {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set. `npm start` starts a Postgres of its own; other commands need the address of one.')
  const pool = createPool({ url: env.DATABASE_URL, max: env.MAX_DB_CONNECTIONS, prepare: env.DATABASE_PREPARE === 'on' })
  // Drizzle's session uses `options`, `unsafe` and `begin` only; our door offers exactly these.
  const db = drizzle({ client: pool.client as unknown as Sql, casing: 'snake_case' })
  return { db, pool }
}

const shared = globalThis as typeof globalThis & { highstreetDatabase?: { db: ReturnType<typeof openDatabase>['db']; pool: Pool } }

/** Opened at first use and kept on `globalThis`: bundles and hot reloads share one pool per process. */
function open() {
  shared.highstreetDatabase ??= openDatabase()
  return shared.highstreetDatabase
}

export const database = (): Database => open().db
export const databasePool = (): Pool => open().pool

/** Closes the pool if it was opened. */
export async function closeDatabase(): Promise<void> {
  await shared.highstreetDatabase?.pool.end()
  shared.highstreetDatabase = undefined
}
