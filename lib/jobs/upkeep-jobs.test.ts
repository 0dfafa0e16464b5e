import '@/local/inngest/testing/job-keys'
import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { database } from '@/db/client'
import { outbox } from '@/db/schema/platform'
import { tasks } from '@/db/schema/tasks'
import { guest, signedIn } from '@/db/testing/visitors'
import { makeCategory, makeProduct, makeUser } from '@/db/testing/world'
import { buy } from '@/lib/checkout/testing'
import { receiveMoney } from '@/lib/orders/testing'
import { beginExport } from '@/lib/privacy/begin-export'
import { forgetExportsOf } from '@/lib/privacy/forget-exports'
import { claimTask } from '@/lib/tasks/claim-task'
import { findTask } from '@/lib/tasks/require-task'
import type { JobsWorld } from '@/local/inngest/testing/jobs-world'
import { dispatchTo, startShopJobs } from '@/local/inngest/testing/shop-jobs'

/* Long work and upkeep, driven through Inngest's protocol by the real executor. */

let world: JobsWorld
afterEach(() => world.stop())

const withJobs = async (...ids: string[]) => {
  world = await startShopJobs(...ids)
}
const dispatch = () => dispatchTo(world)

test('an export is made as soon as its event arrives; one whose worker was killed, a minute after its lease', async () => {
  const userId = await makeUser()
  const ctx = signedIn(userId)
  await database().delete(outbox)
  await withJobs('do-long-work')
  const first = await beginExport(ctx)
  await dispatch()
  expect(await findTask(ctx, first)).toMatchObject({ status: 'done', result: { path: `/api/v1/me/exports/${first.id}` } })

  const second = await beginExport(ctx)
  expect((await claimTask([second.kind]))?.id).toBe(second.id)
  await world.advance('2m')
  expect((await findTask(ctx, second)).status).toBe('running')
  await database().update(tasks).set({ leasedUntil: sql`now() - interval '1 second'` }).where(eq(tasks.id, second.id))
  await world.advance('1m')
  expect((await findTask(ctx, second)).status).toBe('done')
  await forgetExportsOf(userId)
})

test('each quarter of an hour the figures are rolled up', async () => {
  const { variantId } = await makeProduct(await makeCategory(), { stock: 5 })
  await receiveMoney(await buy(guest(), [{ variantId, quantity: 1 }]))
  await withJobs('roll-up-sales')
  await world.advance('15m')
  const [sales] = await database().execute(sql`select orders from daily_sales`)
  expect(sales).toMatchObject({ orders: 1 })
})

test('each night the house is kept and the books are checked', async () => {
  await database().execute(sql`
    insert into tasks (id, kind, status, finished_at) values (gen_random_uuid(), 'old', 'done', now() - interval '31 days')`)
  await withJobs('keep-house', 'check-books')
  await world.advance('24h')
  expect(await database().$count(tasks, eq(tasks.kind, 'old'))).toBe(0)
  expect(await world.runs('keep-house')).toMatchObject([{ status: 'completed' }])
  expect(await world.runs('check-books')).toMatchObject([{ status: 'completed', output: 0 }])
  expect(world.calls.filter(({ outcome }) => outcome === 'failed')).toEqual([])
})
