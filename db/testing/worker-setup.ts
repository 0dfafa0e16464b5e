import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'

/** Each test file gets a database of its own, copied from the migrated template, before it imports anything that connects. */
const template = new URL(inject('postgresUrl'))
const templateName = template.pathname.slice(1)
const own = `${templateName}_${process.pid}_${Date.now().toString(36)}`
const admin = postgres(Object.assign(new URL(template), { pathname: '/postgres' }).toString(), { max: 1, onnotice: () => {} })
// Two workers cannot copy one template at the same moment.
await admin`select pg_advisory_lock(7301943)`
await admin.unsafe(`create database ${own} template ${templateName}`)
await admin.end()
process.env.DATABASE_URL = Object.assign(new URL(template), { pathname: `/${own}` }).toString()
process.env.LOG_LEVEL ??= 'silent'
// Pictures too: the housekeeping of a test, whose database names none of them, must not reach those of a shop in this directory.
process.env.MEDIA_DIR = path.join(tmpdir(), `${own}-media`)

afterAll(async () => {
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
  await rm(path.join(tmpdir(), `${own}-media`), { recursive: true, force: true })
})
