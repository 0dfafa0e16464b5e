import type { Executor } from './context'
import { cancelRun } from './end-run'
import type { Event } from './events'
import { isTrue, valueAt } from './expressions'
import { settleStep } from './settle-step'
import { json, type Tx } from './store'

type Candidate = {
  id: number
  run_id: string
  kind: 'event' | 'cancel'
  step_id: string | null
  event: string
  expression: string | null
  events: Event[]
}

/** Ends the waits that events fulfil: steps get their event, runs are cancelled. Who deletes the row of a wait has ended it, nobody else. */
export async function meetWaits(tx: Tx, executor: Executor, events: Event[]): Promise<void> {
  const names = [...new Set(events.map(({ name }) => name))]
  // Most events are waited for by nobody: one question for all of them.
  const awaited = await tx<{ name: string; paths: string[] | null }[]>`
    select sent.name, (select array_agg(p.path) from watched_paths p where p.event = sent.name) as paths
    from unnest(${names}::text[]) as sent (name) where exists (select from waits w where w.event = sent.name)`
  for (const event of events) {
    const found = awaited.find(({ name }) => name === event.name)
    if (found) await meet(tx, executor, event, await candidates(tx, event, found.paths ?? []))
  }
}

async function meet(tx: Tx, executor: Executor, event: Event, waits: Candidate[]): Promise<void> {
  for (const wait of waits) {
    if (!isTrue(wait.expression, { event: wait.events[0], async: event })) continue
    await tx`select 1 from runs where id = ${wait.run_id} for update`
    const ended = await tx`delete from waits where id = ${wait.id} and (due_at is null or due_at > ${new Date(executor.clock.now())}) returning 1`
    if (ended.length === 0) continue
    if (wait.kind === 'cancel') await cancelRun(tx, executor, wait.run_id, `Cancelled by ${event.name}.`)
    else if (wait.step_id) await settleStep(tx, executor, { runId: wait.run_id, stepId: wait.step_id, data: json(event) })
  }
}

/** Most waits name a value at a path of the event, and are found by it; only those without are looked at one by one. */
async function candidates(tx: Tx, event: Event, watched: string[]): Promise<Candidate[]> {
  const found = watched.map((path) => ({ path, value: valueAt(event, path) })).filter(({ value }) => value !== null)
  const paths = ['', ...found.map(({ path }) => path)]
  const values = ['', ...found.map(({ value }) => value ?? '')]
  return tx<Candidate[]>`
    select w.id, w.run_id, w.kind, w.step_id, w.event, w.expression, r.events
    from unnest(${paths}::text[], ${values}::text[]) as at (path, value)
    join waits w on w.event = ${event.name} and w.path = at.path and w.value = at.value
    join runs r on r.id = w.run_id
    order by w.run_id, w.id`
}
