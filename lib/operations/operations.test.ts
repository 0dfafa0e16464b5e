import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { outbox } from '@/db/schema/platform'
import { recordStatements } from '@/db/statements'
import { refusalOf } from '@/db/testing/refusals'
import { makeUser } from '@/db/testing/world'
import type { Ctx } from '@/lib/core/context'
import { newId, type UserId } from '@/lib/core/ids'
import type { StaffPermission } from '@/lib/core/permissions'
import { invalidationListeners } from '@/lib/platform/cache/invalidation-listeners'
import { catalogue } from '@/lib/platform/email/catalogue'
import { env } from '@/lib/platform/env'
import { cancelRun, retryRun } from './change-run'
import { countFailedJobs } from './count-failed-jobs'
import { findHealth } from './find-health'
import { listEvents } from './list-events'
import { listJobs, listRuns, requireRun } from './list-jobs'
import { listMails } from './list-mails'
import { purgeTag } from './purge-tag'
import { requireMail } from './require-mail'
import { resendMail } from './resend-mail'
import { retryEvents } from './retry-events'
import { ListEvents, ListMails } from './schemas'
import { tellOfEvent, tellOfJob, tellOfMails } from './tell-failures'

/** An executor that knows one failed run, and writes down what it is asked. */
const asked: string[] = []
let executor: Server
const failed = {
  id: newId(),
  function_id: 'highstreet-mail-shipped',
  status: 'failed',
  error: { message: 'broken' },
  created_at: '2026-01-01T00:00:00Z',
}
const run = { ...failed, started_at: null, ended_at: null, attempt: '5', next_attempt_at: null }
const job = {
  id: run.function_id,
  name: 'mail',
  is_registered: true,
  triggers: [{ event: 'order.shipped' }],
  next_tick_at: null,
  running: 0,
  waiting: 0,
  failed: '2',
}
const answers: Record<string, unknown> = {
  'GET /admin/functions': { data: [job] },
  'GET /admin/runs': { data: [run] },
  [`GET /admin/runs/${run.id}`]: { ...run, events: [], output: null, steps: [] },
  [`POST /admin/runs/${run.id}/retry`]: { ok: true },
}

beforeAll(async () => {
  executor = createServer((request, response) => {
    const at = `${request.method} ${request.url?.split('?')[0]}`
    asked.push(`${at} ${request.headers.authorization}`)
    response.writeHead(answers[at] ? 200 : 409, { 'content-type': 'application/json' }).end(JSON.stringify(answers[at] ?? {}))
  })
  await new Promise<void>((resolve) => executor.listen(0, '127.0.0.1', resolve))
  Object.assign(env, { INNGEST_BASE_URL: `http://127.0.0.1:${(executor.address() as AddressInfo).port}`, INNGEST_LOCAL_TOKEN: 'a token' })
})

afterAll(() => {
  executor.close()
})

const staff = (...permissions: StaffPermission[]): Ctx => ({
  actor: { kind: 'user', userId: newId<UserId>(), role: 'staff', permissions },
  requestId: newId(),
  clientAddress: '127.0.0.1',
})
const engineer = staff('operations.read', 'operations.write')
const reader = staff('operations.read')
const written = async (action: string) =>
  (
    await database().execute(
      sql`select from audit_log where action = ${action} and actor = ${`user:${(engineer.actor as { userId: string }).userId}`}`,
    )
  ).length

test('runs are read from the executor and tried again by whoever may; what has moved on is a conflict', async () => {
  expect((await listJobs(reader))[0]).toMatchObject({ id: run.function_id, failed: 2 })
  expect((await listRuns(reader, { status: 'failed' })).data).toMatchObject([{ id: run.id, attempt: 5 }])
  expect(await requireRun(reader, { id: run.id })).toMatchObject({ error: { message: 'broken' }, steps: [] })
  expect(await countFailedJobs()).toBe(2)
  await retryRun(engineer, { id: run.id })
  expect(await written('job.retried')).toBe(1)
  const [entry] = await database().execute(sql`select subject_label from audit_log where subject_id = ${run.id}`)
  expect(entry).toEqual({ subject_label: run.function_id })
  expect(asked.at(-1)).toBe(`POST /admin/runs/${run.id}/retry Bearer a token`)
  expect((await refusalOf(cancelRun(engineer, { id: run.id }))).code).toBe('conflict')
  expect((await refusalOf(retryRun(reader, { id: run.id }))).code).toBe('forbidden')
})

test('the health of everything the shop rests on is asked in one statement', async () => {
  const { result, statements } = await recordStatements(() => findHealth(reader))
  expect(statements).toHaveLength(1)
  expect(result.map(({ name, state }) => `${name} ${state}`)).toEqual(['Postgres ok', 'Redis off', 'Jobs ok', 'Payments down', 'Mail ok'])
})

async function makeMail(values: Partial<typeof emails.$inferInsert> & Pick<typeof emails.$inferInsert, 'status'>) {
  const id = newId()
  const kind = values.kind ?? 'password_changed'
  const props = catalogue[kind as 'password_changed'].sample as Record<string, unknown>
  await database()
    .insert(emails)
    .values({ id, kind, to: 'ada@example.com', subject: 'Hello', props, idempotencyKey: id, ...values })
  return id
}
const mailOf = async (id: string) => (await database().select().from(emails).where(eq(emails.id, id)))[0]

test('a mail that was given up goes on, one that was sent goes again as a copy, and what was kept back stays so', async () => {
  const [parked, sent, withheld] = [
    await makeMail({ status: 'parked', attempts: 8, error: 'down' }),
    await makeMail({ status: 'sent' }),
    await makeMail({ status: 'withheld' }),
  ]
  const { result, statements } = await recordStatements(() => listMails(reader, ListMails.parse({ status: 'trouble', to: 'ADA@example.com' })))
  expect(statements).toHaveLength(2)
  expect(result).toMatchObject({ data: [{ id: parked, status: 'parked' }], trouble: 1 })
  await resendMail(engineer, { id: parked })
  expect(await mailOf(parked)).toMatchObject({ status: 'queued', attempts: 0, error: null })
  await resendMail(engineer, { id: sent })
  const copies = await database().select().from(emails).where(sql`starts_with(idempotency_key, 'again:')`)
  expect(copies).toMatchObject([{ to: 'ada@example.com', status: 'queued', subject: 'Hello' }])
  expect(await written('mail.resent')).toBe(2)
  for (const id of [withheld, parked]) expect((await refusalOf(resendMail(engineer, { id }))).code).toBe('conflict')
  expect((await refusalOf(resendMail(reader, { id: sent }))).code).toBe('forbidden')
})

test('nobody who works here sees a link that opens an account, nor sends it twice', async () => {
  const id = await makeMail({ status: 'sent', kind: 'reset_password', props: { reset_path: '/reset-password?token=secret', valid_minutes: 60 } })
  const shown = await requireMail({ ...reader, actor: { kind: 'user', userId: newId<UserId>(), role: 'admin' } }, { id })
  expect(shown).toMatchObject({ props: null, is_secret: true })
  expect(JSON.stringify(shown)).not.toContain('secret=')
  expect(JSON.stringify(shown)).not.toContain('token')
  expect((await refusalOf(resendMail(engineer, { id }))).code).toBe('conflict')
})

test('an event that was given up is listed and sent again with its tries counted anew', async () => {
  const id = newId()
  const values = { id, type: 'settings.changed', aggregateType: 'settings', aggregateId: 'settings', payload: {} }
  await database()
    .insert(outbox)
    .values({ ...values, attempts: 5, parkedAt: new Date(), lastError: 'refused' })
  const { result, statements } = await recordStatements(() => listEvents(reader, ListEvents.parse({ state: 'parked' })))
  expect(statements).toHaveLength(2)
  expect(result).toMatchObject({ data: [{ id, last_error: 'refused' }], parked: 1 })
  expect(await retryEvents(engineer, { ids: [id, newId()] })).toMatchObject({ done: 1, refused: [{ label: 'An event' }] })
  const page = await listEvents(reader, ListEvents.parse({}))
  expect(page.data.find((event) => event.id === id)).toMatchObject({ attempts: 0, parked_at: null })
  expect((await refusalOf(retryEvents(reader, { ids: [id] }))).code).toBe('forbidden')
})

test('a tag that is purged falls here and in the log of invalidations, and nothing else does', async () => {
  const fell: string[] = []
  invalidationListeners().add((tags) => void fell.push(...tags))
  await purgeTag(engineer, { tag: 'products_list' })
  expect(fell).toEqual(['products_list'])
  expect(await database().execute(sql`select from invalidations where tags = '{products_list}'`)).toHaveLength(1)
  expect(await written('cache.purged')).toBe(1)
  expect((await refusalOf(purgeTag(reader, { tag: 'products_list' }))).code).toBe('forbidden')
})

test('what is given up rings the bell of every admin once a day, and of all but mails it is written to them', async () => {
  const admin = await makeUser()
  await database().execute(sql`update users set role = 'admin' where id = ${admin}`)
  await makeMail({ status: 'failed' })
  await tellOfMails()
  const rings = () => database().execute<{ title: string }>(sql`select title from notifications where user_id = ${admin} order by title`)
  expect(await rings()).toEqual([])
  await makeMail({ status: 'parked' })
  for (let turn = 0; turn < 2; turn++) {
    await tellOfMails()
    await tellOfJob('mail-shipped')
    await tellOfEvent('order.paid')
  }
  expect((await rings()).map(({ title }) => title)).toEqual([
    'A mail was given up',
    'An event was given up: order.paid',
    'The job mail-shipped failed for good',
  ])
  const written = await database().execute<{ subject: string }>(
    sql`select subject from emails where kind = 'given_up' and user_id = ${admin} order by subject`,
  )
  expect(written.map(({ subject }) => subject)).toEqual(['An event was given up: order.paid', 'The job mail-shipped failed for good'])
})
