import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/client'
import { outbox } from '@/db/schema/platform'
import { tasks } from '@/db/schema/tasks'
import { refusalOf } from '@/db/testing/refusals'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeUser } from '@/db/testing/world'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type TaskId, type UserId } from '@/lib/core/ids'
import { beginTask } from './begin-task'
import { cancelTask } from './cancel-task'
import { claimTask } from './claim-task'
import { findNewestTask, findTask } from './require-task'
import { type Runner, runTasks } from './run-tasks'
import { type TaskRow, taskView } from './task-view'

/** A kind of its own for each test, so that none takes another's work. */
const newKind = () => `kind-${newId()}`
const begin = (kind: string, ownerId: UserId | null = null, key?: string) => transaction((tx) => beginTask(tx, { kind, ownerId, key }))
const rowOf = async (id: TaskId) => (await database().select().from(tasks).where(eq(tasks.id, id)))[0]
const letLeaseEnd = (id: TaskId) => database().execute(sql`update tasks set leased_until = now() - interval '1 second' where id = ${id}`)

test('work is begun once per key while it is open, and its event leaves with it', async () => {
  const kind = newKind()
  const [one, two] = await Promise.all([begin(kind, null, 'a'), begin(kind, null, 'a')])
  expect(one.id).toBe(two.id)
  expect((await begin(kind, null, 'b')).id).not.toBe(one.id)
  const told = await database().select().from(outbox).where(eq(outbox.aggregateId, one.id))
  expect(told[0]).toMatchObject({ type: 'task.begun', payload: { taskId: one.id } })
  await runTasks({ [kind]: async () => ({}) })
  expect((await begin(kind, null, 'a')).id).not.toBe(one.id)
})

test('each task is done by one worker, however many ask', async () => {
  const kind = newKind()
  for (let n = 0; n < 12; n++) await begin(kind)
  const seen: string[] = []
  const runner: Runner = async (_ctx, { id }) => {
    seen.push(id)
    return { n: seen.length }
  }
  const counts = await Promise.all(Array.from({ length: 4 }, () => runTasks({ [kind]: runner })))
  expect(counts.reduce((sum, count) => sum + count)).toBe(12)
  expect(new Set(seen).size).toBe(12)
})

test('progress, what came of it, and what went wrong are kept', async () => {
  const kind = newKind()
  const [good, refused, broken] = [await begin(kind), await begin(kind), await begin(kind)]
  await runTasks({
    [kind]: async (_ctx, { id, progress }) => {
      await progress(1, 3)
      if (id === refused.id) throw new DomainError('conflict', { detail: 'The file has no column named SKU.' })
      if (id === broken.id) throw new Error('secret details')
      return { changed: 3 }
    },
  })
  expect(await rowOf(good.id)).toMatchObject({ status: 'done', done: 3, total: 3, result: { changed: 3 }, error: null, leasedUntil: null })
  expect(await rowOf(refused.id)).toMatchObject({ status: 'failed', done: 1, error: 'The file has no column named SKU.' })
  expect((await rowOf(broken.id))?.error).toBe('Something went wrong on our side. Please try again.')
})

test('a worker that was killed is followed by another; what it still says is not heard', async () => {
  const kind = newKind()
  const { id } = await begin(kind)
  let report = async (_done: number) => {}
  let finish = () => {}
  const dead = runTasks({
    [kind]: (_ctx, { progress }) =>
      new Promise((resolve) => {
        report = (done) => progress(done, done + 100)
        finish = () => resolve({ by: 'dead' })
      }),
  })
  while ((await rowOf(id))?.status !== 'running') await new Promise((resolve) => setTimeout(resolve, 10))
  await report(40)
  expect(await claimTask([kind])).toBeNull()
  await letLeaseEnd(id)
  let before = 0
  await runTasks({
    [kind]: async (_ctx, { doneBefore }) => {
      before = doneBefore
      await expect(report(50)).rejects.toThrow('lost')
      return { by: 'alive' }
    },
  })
  finish()
  await dead
  expect(before).toBe(40)
  expect(await rowOf(id)).toMatchObject({ status: 'done', turn: 2, result: { by: 'alive' } })
})

test('work that kills its workers again and again is given up', async () => {
  const kind = newKind()
  const { id } = await begin(kind)
  for (let turn = 1; turn <= 5; turn++) {
    expect((await claimTask([kind]))?.turn).toBe(turn)
    await letLeaseEnd(id)
  }
  expect(await claimTask([kind])).toBeNull()
  expect(await rowOf(id)).toMatchObject({ status: 'failed', error: 'It broke off several times and was given up.' })
})

test('stopping is at once before the work begins, at its next step afterwards, and nothing once it is over', async () => {
  const kind = newKind()
  const owner = await makeUser()
  const ctx = signedIn(owner)
  const waiting = await begin(kind, owner)
  expect(await cancelTask(ctx, waiting)).toMatchObject({ status: 'cancelled', is_cancelling: false })
  expect(await claimTask([kind])).toBeNull()

  const running = await begin(kind, owner)
  let steps = 0
  await runTasks({
    [kind]: async (_ctx, { progress }) => {
      for (; steps < 10; steps++) {
        if (steps === 3) expect(await cancelTask(ctx, running)).toMatchObject({ status: 'running', is_cancelling: true })
        await progress(steps, 10 + steps)
      }
      return {}
    },
  })
  expect(steps).toBe(3)
  expect((await findTask(ctx, running)).status).toBe('cancelled')
  expect((await cancelTask(ctx, running)).finished_at).toBe((await findTask(ctx, running)).finished_at)

  // Its worker died before it could hear of it.
  const dead = await begin(kind, owner)
  await claimTask([kind])
  await cancelTask(ctx, dead)
  await letLeaseEnd(dead.id)
  expect(await claimTask([kind])).toBeNull()
  expect((await findTask(ctx, dead)).status).toBe('cancelled')
})

test('a task is followed by who began it; the shop’s own by staff', async () => {
  const kind = newKind()
  const [owner, other] = [await makeUser(), await makeUser()]
  const [own, shops] = [await begin(kind, owner), await begin(kind)]
  const staff: Ctx = { ...signedIn(other), actor: { kind: 'user', userId: other, role: 'staff' } }
  expect((await findTask(signedIn(owner), own)).id).toBe(own.id)
  expect((await findTask(staff, shops)).id).toBe(shops.id)
  const foreign: [Ctx, { id: TaskId }][] = [
    [signedIn(other), own],
    [staff, own],
    [signedIn(owner), shops],
    [staff, { id: newId() }],
  ]
  for (const [ctx, task] of foreign) expect((await refusalOf(findTask(ctx, task))).code).toBe('not_found')
  expect((await refusalOf(findTask(guest(), own))).code).toBe('unauthenticated')
  expect((await findNewestTask(signedIn(owner), kind))?.id).toBe(own.id)
  expect(await findNewestTask(signedIn(other), kind)).toBeNull()
})

test('the rate is what the present worker does, and the time left follows from it', () => {
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds))
  const row = { status: 'running', done: 300, total: 1_000, turnStartedAt: at(0), turnStartedDone: 100, createdAt: at(0) } as TaskRow
  expect(taskView(row, at(10))).toMatchObject({ rate: 20, seconds_left: 35 })
  expect(taskView({ ...row, total: null }, at(10))).toMatchObject({ rate: 20, seconds_left: null })
  expect(taskView({ ...row, done: 100 }, at(10))).toMatchObject({ rate: null, seconds_left: null })
  expect(taskView({ ...row, status: 'done' }, at(10))).toMatchObject({ rate: null })
})
