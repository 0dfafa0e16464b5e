import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

/** One number for "the schema of this database is being changed": instances that start together migrate one after another. */
const MIGRATION_LOCK = 7_301_942

/** Brings the database at `url` to the newest schema. Several processes may call it at once. */
export async function migrate(url: string, folder = 'db/migrations'): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await runMigrations(drizzle(sql), { migrationsFolder: folder })
  } finally {
    await sql.end({ timeout: 5 })
  }
}
