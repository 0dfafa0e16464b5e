import { rm } from 'node:fs/promises'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/db/migrate'
import { startGuard } from '@/local/guard'
import { freePort } from '@/local/ports'
import { startPostgres } from '@/local/postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export const TEMPLATE = 'highstreet_template'

/** One real Postgres for the whole run, with a migrated template that each worker copies. `TEST_POSTGRES_URL` uses a running server instead. */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_POSTGRES_URL
  const own = given ? null : await startOwn()
  const url = given ?? own?.url ?? ''
  const template = `${TEMPLATE}_${process.pid}`
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`create database ${template}`)
  await migrate(withDatabase(url, template))
  project.provide('postgresUrl', withDatabase(url, template))
  return async () => {
    const copies = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${template})`
    for (const { datname } of copies) await sql.unsafe(`drop database if exists ${datname} with (force)`)
    await sql.end({ timeout: 5 })
    await own?.stop()
  }
}

/** A cluster for this run alone, so that two runs may go on at once; it is removed at the end, and ends with a run that is killed. */
async function startOwn() {
  const server = await startPostgres({ directory: path.resolve(`.data/test-postgres-${process.pid}`), port: await freePort(), fast: true })
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

export function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.toString()
}
