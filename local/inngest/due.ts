import { acceptEvents } from './accept-events'
import { type FunctionConfig, scheduleOf } from './config'
import type { Executor } from './context'
import { cancelRun } from './end-run'
import { type Event, internalNames } from './events'
import { releaseDue } from './gather'
import { insertRuns } from './insert-runs'
import { settleStep } from './settle-step'
import { inTransaction, type Tx } from './store'

/** What time alone makes due: waits that are over, schedules, what was gathered. @returns whether there may be more. */
export async function handleDue(executor: Executor): Promise<boolean> {
  return inTransaction(executor.sql, async (tx) => {
    await executor.functions.refresh(tx)
    const said = await acceptAnnouncements(tx, executor)
    const ended = await endDueWaits(tx, executor)
    const ticks = await tick(tx, executor)
    const released = await releaseDue(tx, executor)
    return said + ended + ticks + released > 0
  })
}

async function acceptAnnouncements(tx: Tx, executor: Executor): Promise<number> {
  const rows = await tx<{ event: Event }[]>`
    delete from announcements where id in (select id from announcements order by id limit 100 for update skip locked) returning event`
  if (rows.length > 0)
    await acceptEvents(
      tx,
      executor,
      rows.map(({ event }) => event),
    )
  return rows.length
}

type DueWait = { id: number; run_id: string; kind: 'sleep' | 'event' | 'invoke' | 'cancel' | 'start' | 'finish'; step_id: string | null }

async function endDueWaits(tx: Tx, executor: Executor): Promise<number> {
  // The run is locked before its wait, as everywhere.
  const due = await tx<DueWait[]>`
    select w.id, w.run_id, w.kind, w.step_id from waits w join runs r on r.id = w.run_id
    where w.due_at <= ${new Date(executor.clock.now())} order by w.due_at, w.id limit 200 for update of r skip locked`
  for (const wait of due) {
    const ended = await tx`delete from waits where id = ${wait.id} returning 1`
    if (ended.length > 0) await endWait(tx, executor, wait)
  }
  return due.length
}

async function endWait(tx: Tx, executor: Executor, { run_id: runId, kind, step_id: stepId }: DueWait): Promise<void> {
  if (kind === 'finish') return cancelRun(tx, executor, runId, 'It took longer than it may (timeouts.finish).')
  if (kind === 'start') {
    const [waiting] = await tx`select 1 from runs where id = ${runId} and status = 'queued'`
    if (waiting) await cancelRun(tx, executor, runId, 'It waited longer than it may (timeouts.start).')
    return
  }
  // An event that would have cancelled does so no longer.
  if (kind === 'cancel' || !stepId) return
  if (kind === 'invoke') {
    const error = { name: 'InngestError', message: 'The invoked function did not finish in time.' }
    return settleStep(tx, executor, { runId, stepId, error: JSON.stringify(error) })
  }
  await settleStep(tx, executor, { runId, stepId, data: 'null' })
}

/**
 * One run per schedule and tick, whoever sees it first: the tick is an event with an id of its own. What passed while nobody ran, or in a
 * jump of the clock, is made up for by one run. A clock that was set back waits for no tick of the future.
 */
async function tick(tx: Tx, executor: Executor): Promise<number> {
  const { clock, functions } = executor
  const now = new Date(clock.now())
  const due = await tx<{ function_id: string; cron: string; due_at: Date }[]>`
    select function_id, cron, due_at from schedules where due_at <= ${now} order by due_at limit 50 for update skip locked`
  for (const { function_id, cron, due_at } of due) {
    const schedule = scheduleOf(cron)
    const next = schedule.nextRun(now)
    if (next) await tx`update schedules set due_at = ${next} where function_id = ${function_id} and cron = ${cron}`
    else await tx`delete from schedules where function_id = ${function_id} and cron = ${cron}`
    const fn = functions.get(function_id)
    if (!fn?.isRegistered) continue
    const id = `${function_id}:${cron}:${due_at.toISOString()}`
    const fresh =
      await tx`insert into events (id, name, received_at) values (${id}, ${internalNames.scheduled}, ${now}) on conflict do nothing returning 1`
    const event = { id, name: internalNames.scheduled, data: { cron }, ts: due_at.getTime() }
    if (fresh.length > 0) await insertRuns(tx, executor, [{ fn, events: [event] }])
  }
  return due.length
}

/** The ticks to come of all functions. Called at each registration, and now and then for a clock that was set back. */
export async function planSchedules(executor: Executor): Promise<void> {
  const { sql, clock, functions } = executor
  const now = new Date(clock.now())
  await inTransaction(sql, async (tx) => {
    await tx`select pg_advisory_xact_lock(7301949)`
    await functions.refresh(tx)
    const wanted = functions
      .all()
      .filter(({ isRegistered }) => isRegistered)
      .flatMap(({ id, config }) => cronsOf(config).map((cron) => ({ id, cron })))
      .map(({ id, cron }) => ({ id, cron, next: scheduleOf(cron).nextRun(now) }))
      .filter(({ next }) => next !== null)
    const ids = wanted.map(({ id }) => id)
    const crons = wanted.map(({ cron }) => cron)
    await tx`
      delete from schedules where not exists (
        select from unnest(${ids}::text[], ${crons}::text[]) as w (id, cron) where w.id = schedules.function_id and w.cron = schedules.cron)`
    await tx`
      insert into schedules (function_id, cron, due_at)
      select * from unnest(${ids}::text[], ${crons}::text[], ${wanted.map(({ next }) => next?.toISOString() ?? '')}::text[]::timestamptz[])
      on conflict (function_id, cron) do update set due_at = least(schedules.due_at, excluded.due_at)`
  })
}

/** When something is due next, by the executor's clock: calls, and everything else. Null when nothing is planned. */
export async function nextDue({ sql }: Executor): Promise<{ calls: number | null; others: number | null }> {
  const [row] = await sql<{ calls: Date | null; others: Date | null }[]>`
    select (select min(due_at) from queue where lease is null) as calls,
      least((select min(due_at) from waits where due_at is not null), (select min(due_at) from schedules), (select min(due_at) from gathered),
        (select 'epoch'::timestamptz from announcements limit 1)) as others`
  return { calls: row?.calls?.getTime() ?? null, others: row?.others?.getTime() ?? null }
}

const cronsOf = ({ triggers }: FunctionConfig) => [...new Set(triggers.flatMap((trigger) => ('cron' in trigger ? [trigger.cron] : [])))]
