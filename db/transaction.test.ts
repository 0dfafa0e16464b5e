import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { settings } from '@/db/schema/platform'
import { statement } from '@/db/statement'
import { recordStatements } from '@/db/statements'
import { along, transaction, withCommit } from '@/db/transaction'

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

const rename = statement<{ name: string }, { name: string }>(({ name }) => sql`update settings set shop_name = ${name} returning shop_name as name`)
const fail = statement<never, { text: string }>(({ text }) => sql`select ${text}::int`)
const shopName = async () => (await database().select().from(settings))[0]?.shopName

test('what travels with the COMMIT is committed with it, and its answer is there afterwards', async () => {
  const { renamed } = await transaction(async (tx) => ({ renamed: along(tx, rename(tx, { name: 'Along' })) }))
  expect(await renamed).toEqual([{ name: 'Along' }])
  await transaction(async (tx) => withCommit(tx, 'back', () => rename(tx, { name: 'Highstreet' })))
  expect(await shopName()).toBe('Highstreet')
})

test.each(['along', 'withCommit'])('a statement that fails %s the COMMIT undoes everything, and says why', async (how) => {
  const lost = transaction(async (tx) => {
    await rename(tx, { name: 'Lost' })
    if (how === 'along') along(tx, fail(tx, { text: 'no number' }))
    else withCommit(tx, 'fails', () => fail(tx, { text: 'no number' }))
  })
  await expect(lost).rejects.toMatchObject({ code: '22P02' })
  expect(await shopName()).toBe('Highstreet')
})

test('a failure that somebody swallowed is no commit', async () => {
  const swallowed = transaction(async (tx) => {
    await rename(tx, { name: 'Lost' })
    await fail(tx, { text: 'no number' }).catch(() => {})
  })
  await expect(swallowed).rejects.toThrow('nothing was committed')
  expect(await shopName()).toBe('Highstreet')
})
