import { z } from 'zod'
import { scheduleOf } from './config'
import type { Executor } from './context'
import { cancelRun } from './end-run'
import type { Reply, ServerOptions } from './server'
import { inTransaction } from './store'

type Asked = { method: string; path: string[]; query: URLSearchParams; body: unknown }

const Status = z.enum(['queued', 'running', 'completed', 'failed', 'cancelled'])
const RunId = z.uuid()
const ListRuns = z.object({
  status: Status.optional(),
  function: z.string().optional(),
  /** The id of the last run of the page before. */
  before: RunId.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** What the dashboard shows and does: functions, runs with their steps, trying a failed run again, cancelling one. */
export async function answerAdmin({ executor, clock }: ServerOptions, { method, path, query, body }: Asked): Promise<Reply> {
  const [area, id, verb] = path
  switch (`${method} ${[area, id && '{id}', verb].filter(Boolean).join('/')}`) {
    case 'GET functions':
      return { status: 200, json: { data: await listFunctions(executor) } }
    case 'GET runs':
      return { status: 200, json: { data: await listRuns(executor, ListRuns.parse(Object.fromEntries(query))) } }
    case 'GET runs/{id}':
      return found(await findRun(executor, RunId.parse(id)))
    case 'POST runs/{id}/retry':
      return changed(await retryRun(executor, RunId.parse(id)), executor.wake)
    case 'POST runs/{id}/cancellation':
      return changed(await cancel(executor, RunId.parse(id)), executor.wake)
    case 'POST clock': {
      if (!clock) break
      clock.set(z.object({ now: z.number() }).parse(body).now)
      executor.wake()
      return { status: 200, json: { now: clock.now() } }
    }
  }
  return { status: 404, json: { error: 'There is nothing at this address.' } }
}

const found = (json: unknown): Reply => (json ? { status: 200, json } : { status: 404, json: { error: 'There is no such run.' } })

function changed(isChanged: boolean, wake: () => void): Reply {
  if (!isChanged) return { status: 409, json: { error: 'There is no such run, or it is not in a state for this.' } }
  wake()
  return { status: 200, json: { ok: true } }
}

async function listFunctions({ sql, functions, clock }: Executor) {
  await functions.refresh(sql)
  const counts = await sql<{ function_id: string; running: number; waiting: number; failed: number }[]>`
    select function_id, count(*) filter (where status = 'running') as running, count(*) filter (where status = 'queued') as waiting,
      count(*) filter (where status = 'failed') as failed
    from runs where ended_at is null or status = 'failed' group by function_id`
  const countsOf = new Map(counts.map((row) => [row.function_id, row]))
  return functions.all().map(({ id, config, isRegistered }) => {
    const { running = 0, waiting = 0, failed = 0 } = countsOf.get(id) ?? {}
    const crons = config.triggers.flatMap((trigger) => ('cron' in trigger ? [trigger.cron] : []))
    const next = crons.map((cron) => scheduleOf(cron).nextRun(new Date(clock.now()))?.toISOString()).sort()[0] ?? null
    return { id, name: config.name ?? id, is_registered: isRegistered, triggers: config.triggers, next_tick_at: next, running, waiting, failed }
  })
}

const runColumns = (sql: Executor['sql']) => sql`
  r.id, r.function_id, r.status, r.events, r.output, r.error, r.created_at, r.started_at, r.ended_at,
  (select max(q.attempt) + 1 from queue q where q.run_id = r.id) as attempt,
  (select min(q.due_at) from queue q where q.run_id = r.id and q.lease is null) as next_attempt_at`

async function listRuns({ sql }: Executor, { status, function: functionId, before, limit }: z.output<typeof ListRuns>) {
  return sql`
    select ${runColumns(sql)} from runs r
    where (${status ?? null}::text is null or r.status = ${status ?? null}) and (${functionId ?? null}::text is null or r.function_id = ${functionId ?? null})
      and (${before ?? null}::uuid is null or (r.created_at, r.id) < (select b.created_at, b.id from runs b where b.id = ${before ?? null}))
    order by r.created_at desc, r.id desc limit ${limit}`
}

async function findRun({ sql }: Executor, id: string) {
  const [run] = await sql`select ${runColumns(sql)} from runs r where r.id = ${id}`
  if (!run) return null
  const steps = await sql`
    select s.id, s.name, s.op, s.attempts, s.position is not null as is_settled, s.data, s.error, s.created_at, s.ended_at,
      (select min(w.due_at) from waits w where w.run_id = s.run_id and w.step_id = s.id) as waits_until
    from steps s where s.run_id = ${id} order by s.position nulls last, s.created_at`
  return { ...run, steps }
}

/** Goes on with a failed run from the step that failed: what was done stays done. */
async function retryRun({ durable, clock }: Executor, id: string): Promise<boolean> {
  return inTransaction(durable, async (tx) => {
    const [run] = await tx`
      update runs set status = 'running', error = null, ended_at = null where id = ${id} and status = 'failed' returning 1`
    if (!run) return false
    await tx`delete from steps where run_id = ${id} and (position is null or error is not null)`
    await tx`
      insert into queue (run_id, function_id, step_id, due_at, limits)
      select id, function_id, 'step', ${new Date(clock.now())}, limits from runs where id = ${id}`
    return true
  })
}

async function cancel(executor: Executor, id: string): Promise<boolean> {
  return inTransaction(executor.durable, async (tx) => {
    const [run] = await tx`select 1 from runs where id = ${id} and status in ('queued', 'running') for update`
    if (run) await cancelRun(tx, executor, id, 'Cancelled by a person.')
    return run !== undefined
  })
}
