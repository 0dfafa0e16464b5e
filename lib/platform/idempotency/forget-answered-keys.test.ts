import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { recordStatements } from '@/db/statements'
import { forgetAnsweredKeys } from './forget-answered-keys'

const keys = (name: string, { hours, status, count = 1 }: { hours: number; status: 'running' | 'done'; count?: number }) =>
  database().execute(sql`
    insert into idempotency_keys (principal, operation, key, request_hash, status, created_at)
    select 'user:test', 'test', ${name} || n, 'hash', ${status}, now() - make_interval(hours => ${hours}) from generate_series(1, ${count}::int) n`)

test('answers older than a day go in small batches; what is younger or still running stays', async () => {
  await keys('old-', { hours: 25, status: 'done', count: 2_300 })
  await keys('young-', { hours: 23, status: 'done' })
  await keys('running-', { hours: 25, status: 'running' })
  const { result, statements } = await recordStatements(forgetAnsweredKeys)
  expect([result, statements.length]).toEqual([2_300, 3])
  const left = await database().execute<{ key: string }>(sql`select key from idempotency_keys where principal = 'user:test' order by key`)
  expect(left.map(({ key }) => key)).toEqual(['running-1', 'young-1'])
})
