import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { demoPeople } from '@/db/demo/people'
import { migrate } from '@/db/migrate'
import { refusal } from './sentences'

export type DatabaseState = { shopId: string; isEmpty: boolean; hasDemo: boolean; hasDemoPeople: boolean }

/** A database of its own in our cluster, so that `postgres` stays for maintenance. @returns its address. */
export async function ensureDatabase(clusterUrl: string, name: string): Promise<string> {
  const sql = postgres(clusterUrl, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select from pg_database where datname = ${name}`
    if (!found) await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 5 })
  }
  return Object.assign(new URL(clusterUrl), { pathname: `/${name}` }).toString()
}

/** @throws a refusal when the database does not answer, or is older than Postgres 15. */
export async function requireDatabase(url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
  let version: number
  try {
    const asked = sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`
    // postgres.js goes on trying for a waiting query; a person is told after six seconds.
    const late = sleep(6_000, undefined, { ref: false }).then(() =>
      Promise.reject(Object.assign(new Error('no answer'), { code: 'no answer in 6 s' })),
    )
    const [row] = await Promise.race([asked, late])
    version = row?.version ?? 0
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw refusal(`${databaseTrouble(code, host, pathname.slice(1))}, or leave DATABASE_URL empty and npm start brings a Postgres of its own.`, error)
  } finally {
    void sql.end({ timeout: 1 }).catch(() => {})
  }
  if (version < 150_000) throw refusal(`The database at ${host} is Postgres ${Math.floor(version / 10_000)}: Highstreet needs 15 or newer.`)
}

function databaseTrouble(code: string, host: string, name: string): string {
  if (code === '3D000') return `There is no database "${name}" at ${host}: create it (createdb ${name})`
  if (code.startsWith('28')) return `The database at ${host} does not accept this user or password: correct DATABASE_URL`
  return `The database at ${host} does not answer${code ? ` (${code})` : ''}: start it, correct DATABASE_URL`
}

/** Brings the schema to the newest version. @returns how many migrations there are. @throws a refusal with Postgres's own words. */
export async function bringUpToDate(url: string): Promise<number> {
  try {
    await migrate(url)
  } catch (error) {
    const words = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error)
    throw refusal(`The database's schema could not be brought up to date (${words}): see that its user owns the database, then start again.`, error)
  }
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from drizzle.__drizzle_migrations`
    return row?.count ?? 0
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Which shop this database holds. */
export async function readDatabaseState(url: string): Promise<DatabaseState> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const people = demoPeople.map(({ id }) => id)
    const [row] = await sql<{ shop_id: string; has_demo: boolean; is_empty: boolean; open_people: number }[]>`
      select shop_id, demo_loaded_at is not null as has_demo, not exists (select from products) as is_empty,
        (select count(*)::int from users where id = any(${people}::uuid[]) and banned_at is null) as open_people
      from settings where id = 1`
    if (!row) throw refusal('The database has no settings row: it was damaged; restore a backup, or run npm run reset to begin anew.')
    return { shopId: row.shop_id, hasDemo: row.has_demo, isEmpty: row.is_empty, hasDemoPeople: row.open_people === people.length }
  } finally {
    await sql.end({ timeout: 5 })
  }
}
