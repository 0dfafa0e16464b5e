import { newId } from '@/lib/core/ids'
import type { Executor } from './context'
import { type Event, internalNames } from './events'
import { settleStep } from './settle-step'
import { json, type Tx } from './store'

export type End =
  | { status: 'completed'; output: unknown }
  | { status: 'failed' | 'cancelled'; error: { name: string; message: string; stack?: string } }
type Ended = { id: string; function_id: string; events: Event[]; parent_run: string | null; parent_step: string | null; is_watched: boolean }

/**
 * Ends a run, whatever of it was under way or waiting, and tells the step that waits for it and the functions that follow it. A run that
 * has ended stays as it is.
 */
export async function endRun(tx: Tx, executor: Executor, runId: string, end: End): Promise<void> {
  const now = new Date(executor.clock.now())
  const [output, error] = end.status === 'completed' ? [json(end.output), null] : [null, json(end.error)]
  const [run] = await tx<Ended[]>`
    with ended as (
      update runs set status = ${end.status}, output = ${output}::text::json, error = ${error}::text::json, ended_at = ${now},
        started_at = coalesce(started_at, ${now})
      where id = ${runId} and status in ('queued', 'running') returning id, function_id, events, parent_run, parent_step),
    calls as (delete from queue where run_id in (select id from ended)),
    others as (delete from waits where run_id in (select id from ended))
    select *, exists (select from waits where event in (${internalNames.finished}, ${internalNames.failed}, ${internalNames.cancelled})) as is_watched
    from ended`
  if (!run) return
  if (run.parent_run && run.parent_step) await tellParent(tx, executor, { runId: run.parent_run, stepId: run.parent_step }, end)
  await tellOthers(tx, executor, run, end)
}

/**
 * The same for the most common end, in one statement: a call that finished a run which no other waits for and nobody follows.
 * @returns false when it is not that simple, and then nothing was changed.
 */
export async function finishQuickly(executor: Executor, { runId, itemId, lease }: { runId: string; itemId: number; lease: string }, output: unknown) {
  if (isFollowed(executor, [internalNames.finished])) return false
  const now = new Date(executor.clock.now())
  const ended = await executor.sql`
    with run as (
      select id from runs where id = ${runId} and status = 'running' and parent_run is null
        and not exists (select from waits where event = ${internalNames.finished}) for update),
    held as (delete from queue where id = ${itemId} and lease = ${lease} and run_id in (select id from run) returning run_id),
    calls as (delete from queue where id <> ${itemId} and run_id in (select run_id from held)),
    others as (delete from waits where run_id in (select run_id from held))
    update runs set status = 'completed', output = ${json(output)}::text::json, error = null, ended_at = ${now}
    where id in (select run_id from held) returning 1`
  return ended.length > 0
}

export const cancelRun = (tx: Tx, executor: Executor, runId: string, why: string): Promise<void> =>
  endRun(tx, executor, runId, { status: 'cancelled', error: { name: 'Cancelled', message: why } })

async function tellParent(tx: Tx, executor: Executor, parent: { runId: string; stepId: string }, end: End): Promise<void> {
  await tx`select 1 from runs where id = ${parent.runId} for update`
  const waits = await tx`delete from waits where run_id = ${parent.runId} and step_id = ${parent.stepId} and kind = 'invoke' returning 1`
  if (waits.length === 0) return
  await settleStep(tx, executor, { ...parent, ...(end.status === 'completed' ? { data: json(end.output) } : { error: json(end.error) }) })
}

/**
 * Only where somebody listens: each end of a run would otherwise be an event more. It is written down here and accepted by `due.ts`, because
 * what it causes may end other runs.
 */
async function tellOthers(tx: Tx, executor: Executor, run: Ended, end: End): Promise<void> {
  const names: string[] = [internalNames.finished]
  if (end.status === 'failed') names.push(internalNames.failed)
  if (end.status === 'cancelled') names.push(internalNames.cancelled)
  if (!isFollowed(executor, names) && !run.is_watched) return
  const shared = { function_id: run.function_id, run_id: run.id, event: run.events[0], events: run.events }
  const data = end.status === 'completed' ? { ...shared, result: end.output } : { ...shared, error: end.error }
  const events = names.map((name) => ({ id: newId(), name, data, ts: executor.clock.now() }))
  await tx`insert into announcements (event) select e::json from unnest(${events.map(json)}::text[]) as e`
}

const isFollowed = ({ functions }: Executor, names: string[]): boolean =>
  functions.all().some(({ config }) => config.triggers.some((trigger) => 'event' in trigger && names.includes(trigger.event)))
