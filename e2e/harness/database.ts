import { rm } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import { loadDemoCatalogue } from '@/db/demo/load'
import { migrate } from '@/db/migrate'
import { startGuard } from '@/local/guard'
import { freePort } from '@/local/ports'
import { startPostgres } from '@/local/postgres'

/** A Postgres with a template of a migrated shop that has the demo catalogue; each shop of a test run is a copy of it. */
export type TestCluster = { templateUrl: string; stop(): Promise<void> }

/** `TEST_POSTGRES_URL` uses a running server; without it one is started for this run and removed at its end. */
export async function startCluster(): Promise<TestCluster> {
  const own = process.env.TEST_POSTGRES_URL ? null : await startOwn()
  const url = process.env.TEST_POSTGRES_URL ?? own?.url ?? ''
  const template = `highstreet_e2e_${process.pid}`
  const admin = postgres(url, { max: 1, onnotice: () => {} })
  await admin.unsafe(`create database ${template}`)
  const templateUrl = withDatabase(url, template)
  await migrate(templateUrl)
  await loadDemoCatalogue(templateUrl, {})
  return {
    templateUrl,
    stop: async () => {
      const copies = await admin<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${template})`
      for (const { datname } of copies) await admin.unsafe(`drop database if exists ${datname} with (force)`)
      await admin.end({ timeout: 5 })
      await own?.stop()
    },
  }
}

async function startOwn() {
  const directory = path.resolve(process.env.DATA_DIR ?? '.data', `e2e-postgres-${process.pid}`)
  const server = await startPostgres({ directory, port: await freePort(), fast: true })
  const guard = startGuard()
  guard.watch(server.pid, 'INT')
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      guard.dismiss()
      await rm(server.directory, { recursive: true, force: true })
    },
  }
}

let copies = 0

/** A copy of the template: its address, and the way to drop it. */
export async function copyDatabase(templateUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const template = new URL(templateUrl).pathname.slice(1)
  const name = `${template}_${process.pid}_${++copies}`
  const admin = postgres(withDatabase(templateUrl, 'postgres'), { max: 1, onnotice: () => {} })
  // Two workers cannot copy one template at the same moment.
  await admin`select pg_advisory_lock(7301945)`
  await admin.unsafe(`create database ${name} template ${template}`)
  await admin.end()
  return {
    url: withDatabase(templateUrl, name),
    drop: async () => {
      const again = postgres(withDatabase(templateUrl, 'postgres'), { max: 1, onnotice: () => {} })
      await again.unsafe(`drop database if exists ${name} with (force)`)
      await again.end()
    },
  }
}

function withDatabase(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).toString()
}
