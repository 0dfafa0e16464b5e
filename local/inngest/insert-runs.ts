import { newId } from '@/lib/core/ids'
import type { Executor } from './context'
import { cancelRun } from './end-run'
import type { Event } from './events'
import { keyOf, pathsOf, valueAt } from './expressions'
import type { KnownFunction } from './functions'
import { json, type Tx } from './store'
import { watch } from './waits'

type NewRun = {
  id: string
  fn: KnownFunction
  events: Event[]
  limits: string[]
  singleton: string | null
  parent?: { runId: string; stepId: string }
}

/** @returns the ids of the new runs; fewer where a singleton is there already. */
export async function insertRuns(
  tx: Tx,
  executor: Executor,
  wanted: { fn: KnownFunction; events: Event[]; parent?: NewRun['parent'] }[],
): Promise<string[]> {
  const runs: NewRun[] = []
  for (const { fn, events, parent } of wanted) {
    const [event] = events
    const singleton = fn.config.singleton ? keyOf(fn.config.singleton.key, { event }) : null
    if (singleton !== null && !(await isAlone(tx, executor, fn, singleton))) continue
    const run: NewRun = { id: newId(), fn, events, limits: limitsOf(fn, events), singleton, parent }
    runs.push(run)
    // The next one of the same singleton has to see it.
    if (singleton !== null) await insert(tx, executor, runs.splice(0))
  }
  const ids = runs.map(({ id }) => id)
  await insert(tx, executor, runs)
  return ids
}

async function insert(tx: Tx, { clock }: Executor, runs: NewRun[]): Promise<void> {
  if (runs.length === 0) return
  const now = new Date(clock.now())
  const column = <T>(of: (run: NewRun) => T) => runs.map(of)
  await tx`
    with begun as (
      insert into runs (id, function_id, status, events, limits, singleton, parent_run, parent_step, created_at)
      select r.id, r.function_id, 'queued', r.events::json, string_to_array(r.limits, E'\n'), r.singleton, r.parent_run, r.parent_step, ${now}
      from unnest(
        ${column(({ id }) => id)}::uuid[], ${column(({ fn }) => fn.id)}::text[], ${column(({ events }) => json(events))}::text[],
        ${column(({ limits }) => limits.join('\n'))}::text[], ${column(({ singleton }) => singleton)}::text[],
        ${column(({ parent }) => parent?.runId ?? null)}::uuid[], ${column(({ parent }) => parent?.stepId ?? null)}::text[]
      ) as r (id, function_id, events, limits, singleton, parent_run, parent_step)
      returning id, function_id, limits
    )
    insert into queue (run_id, function_id, step_id, due_at, limits) select id, function_id, 'step', ${now}, limits from begun`
  for (const run of runs) await watchForRun(tx, run, now.getTime())
}

/** What ends a run from outside: events that cancel it, and its timeouts. */
async function watchForRun(tx: Tx, { id, fn, events }: NewRun, nowMs: number): Promise<void> {
  for (const { event, if: expression, timeout } of fn.config.cancel ?? []) {
    const paths = pathsOf(expression)
    const value = paths ? valueAt(events[0], paths.event) : null
    await watch(tx, { runId: id, kind: 'cancel', event, expression, paths, value, until: timeout, nowMs })
  }
  const { start, finish } = fn.config.timeouts ?? {}
  if (start) await watch(tx, { runId: id, kind: 'start', until: start, nowMs })
  if (finish) await watch(tx, { runId: id, kind: 'finish', until: finish, nowMs })
}

/** "5 fn:…" for each bound on calls at once; the same text is the same bound. A limit of 0 is none. */
function limitsOf({ id, config }: KnownFunction, [event]: Event[]): string[] {
  return (config.concurrency ?? [])
    .filter(({ limit }) => limit > 0)
    .map(({ limit, key, scope = 'fn' }) => {
      const owner = scope === 'fn' ? `fn:${id}` : scope
      return `${limit} ${owner} ${key ?? ''} ${key ? keyOf(key, { event }) : ''}`.replaceAll('\n', ' ')
    })
}

/** For a singleton: nobody else of the same key runs, or that one makes room. */
async function isAlone(tx: Tx, executor: Executor, fn: KnownFunction, singleton: string): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(7301947, hashtext(${`${fn.id} ${singleton}`}))`
  const others = await tx<{ id: string }[]>`
    select id from runs where function_id = ${fn.id} and singleton = ${singleton} and ended_at is null order by id for update`
  if (others.length === 0) return true
  if (fn.config.singleton?.mode === 'skip') return false
  for (const { id } of others) await cancelRun(tx, executor, id, 'A newer run took its place.')
  return true
}
