import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { settings } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { transaction } from '@/db/transaction'

test('a transaction that throws leaves nothing behind', async () => {
  await expect(
    transaction(async (tx) => {
      await tx.update(settings).set({ shopName: 'Lost' })
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  const [row] = await database().select().from(settings).where(eq(settings.id, 1))
  expect(row?.shopName).toBe('Highstreet')
})

test('two transactions that deadlock both succeed, because one is tried again', async () => {
  await database().execute(sql`create table if not exists pair (id int primary key, n int not null)`)
  await database().execute(sql`insert into pair values (1, 0), (2, 0) on conflict do nothing`)
  const touch = (first: number, second: number) =>
    transaction(async (tx) => {
      await tx.execute(sql`update pair set n = n + 1 where id = ${first}`)
      await tx.execute(sql`select pg_sleep(0.05)`)
      await tx.execute(sql`update pair set n = n + 1 where id = ${second}`)
    })
  await Promise.all([touch(1, 2), touch(2, 1)])
  expect(await database().execute(sql`select n from pair order by id`)).toEqual([{ n: 2 }, { n: 2 }])
})

test('statements are recorded without BEGIN and COMMIT', async () => {
  const { statements } = await recordStatements(() => transaction((tx) => tx.execute(sql`select 1`)))
  expect(statements.map((statement) => statement.text)).toEqual(['select 1'])
})
