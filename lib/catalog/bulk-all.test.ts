import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import { tasks } from '@/db/schema/tasks'
import { refusalOf } from '@/db/testing/refusals'
import { makeCategory, makeProducts, type WorldProduct } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { AuditId, type CategoryId, newId, type TaskId, type UserId } from '@/lib/core/ids'
import { claimTask } from '@/lib/tasks/claim-task'
import { type Runner, runTasks } from '@/lib/tasks/run-tasks'
import { takeBackBatches } from '@/lib/undo/take-back-batches'
import { undoChange } from '@/lib/undo/undo-change'
import { BULK_EDIT, editAllProducts } from './bulk-all'
import { bulkEdit } from './bulk-edit'
import { BulkEdit, BulkEdited } from './bulk-schemas'
import { saveProduct } from './save-product'

/** So many are changed while somebody waits, and in a batch: few, so that seven products are many. */
const AT_ONCE = 2

let userId: UserId
let boss: Ctx
let category: CategoryId
let made: WorldProduct[]

beforeAll(async () => {
  userId = newId<UserId>()
  await database()
    .insert(users)
    .values({ id: userId, name: 'Member', email: `${userId}@example.com`, role: 'staff' })
  boss = { actor: { kind: 'user', userId, role: 'staff' }, requestId: newId(), clientAddress: '203.0.113.9' }
})

beforeEach(async () => {
  category = await makeCategory()
  made = await makeProducts(
    category,
    [1000, 1000, 1000, 300, 1000, 1000, 1000].map((priceMinor) => ({ priceMinor })),
  )
})

const change = (kind: unknown, more: Record<string, unknown> = {}) =>
  bulkEdit(boss, BulkEdit.parse({ filters: { category }, change: kind, ...more }), AT_ONCE)
const dearer = { kind: 'price', by: 'percent', value: 10 }
const runners: Record<string, Runner> = { [BULK_EDIT]: editAllProducts(AT_ONCE), 'take-back': takeBackBatches }
const work = () => runTasks(runners)
const taskOf = async (id: TaskId | null) =>
  (
    await database()
      .select()
      .from(tasks)
      .where(eq(tasks.id, id ?? newId()))
  )[0]
const pricesOf = async () =>
  (
    await database().execute<{ price: number }>(sql`
      select price_minor as price from products p join category_products b on b.product_id = p.id and b.category_id = ${category} order by 1`)
  ).map(({ price }) => Number(price))

test('a dry run of more than can be changed at once counts all that match and looks at the first', async () => {
  const preview = BulkEdited.parse(await change(dearer, { dry_run: true }))
  expect(preview).toMatchObject({ matching: 7, looked_at: 2, done: 2, differences: 2, task: null, undo: null })
  expect(await pricesOf()).toEqual([300, 1000, 1000, 1000, 1000, 1000, 1000])
})

test('all that match are changed in batches, what cannot be is counted, and one undo takes all of it back but what somebody changed since', async () => {
  const begun = BulkEdited.parse(await change({ kind: 'price', by: 'amount', value: -500 }))
  expect(begun).toMatchObject({ matching: 7, done: 0 })
  expect((await refusalOf(change({ kind: 'price', by: 'amount', value: -500 }))).code).toBe('conflict')
  const undo = AuditId.parse(begun.undo)
  expect((await refusalOf(undoChange(boss, { id: undo }))).code).toBe('conflict')
  await work()
  const done = await taskOf(begun.task)
  expect(done).toMatchObject({ status: 'done', done: 7, total: 7, result: { changed: 6, left: 1, undo } })
  expect(done?.result?.why).toContain('below zero')
  expect(await pricesOf()).toEqual([300, 500, 500, 500, 500, 500, 500])

  await saveProduct(boss, { product_id: made[0]?.id ?? newId(), price_minor: 9900 })
  const { task: back } = await undoChange(boss, { id: undo })
  expect((await refusalOf(undoChange(boss, { id: undo }))).code).toBe('conflict')
  await work()
  expect((await taskOf(back))?.result).toEqual({ changed: 5, left: 1, why: 'What was changed since stays as it is.' })
  expect(await pricesOf()).toEqual([300, 1000, 1000, 1000, 1000, 1000, 9900])
})

test('a worker that dies is followed by one that changes no product twice', async () => {
  const { task } = await change(dearer)
  const dies: Runner = (ctx, its) =>
    editAllProducts(AT_ONCE)(ctx, {
      ...its,
      progress: async (done) => {
        if (done >= 4) throw new Error('killed')
      },
    })
  await runTasks({ [BULK_EDIT]: dies })
  expect((await pricesOf()).filter((price) => price === 1100).length + (await pricesOf()).filter((price) => price === 330).length).toBe(4)
  await database()
    .update(tasks)
    .set({ status: 'queued', finishedAt: null, error: null })
    .where(eq(tasks.id, task ?? newId()))
  await work()
  expect(await pricesOf()).toEqual([330, 1100, 1100, 1100, 1100, 1100, 1100])
  expect((await taskOf(task))?.result).toMatchObject({ changed: 7, left: 0 })
})

test('of two workers who both believe that the work is theirs one goes on, and no product is changed twice', async () => {
  await change(dearer)
  const task = await claimTask([BULK_EDIT])
  if (!task) throw new Error('A task was wanted')
  const its = { id: task.id, ownerId: task.ownerId, input: task.input, doneBefore: 0, progress: async () => {} }
  const both = await Promise.allSettled([editAllProducts(AT_ONCE)(boss, its), editAllProducts(AT_ONCE)(boss, its)])
  expect(both.map(({ status }) => status)).toContain('fulfilled')
  expect(await pricesOf()).toEqual([330, 1100, 1100, 1100, 1100, 1100, 1100])
})

test('it ends when the person may not change products any more, and what was done is told and can be taken back', async () => {
  const { task, undo } = await change(dearer)
  const demoted: Runner = (ctx, its) =>
    editAllProducts(AT_ONCE)(ctx, {
      ...its,
      progress: async (done) => {
        if (done >= 2) await database().update(users).set({ role: 'customer' }).where(eq(users.id, userId))
      },
    })
  await runTasks({ [BULK_EDIT]: demoted })
  await database().update(users).set({ role: 'staff' }).where(eq(users.id, userId))
  expect(await taskOf(task)).toMatchObject({ status: 'failed', result: { changed: 2 } })
  await undoChange(boss, { id: AuditId.parse(undo) })
  await work()
  expect(await pricesOf()).toEqual([300, 1000, 1000, 1000, 1000, 1000, 1000])
})
