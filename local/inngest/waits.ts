import { momentOf } from './durations'
import type { Tx } from './store'

export type NewWait = {
  runId: string
  kind: 'sleep' | 'event' | 'invoke' | 'cancel' | 'start' | 'finish'
  stepId?: string
  event?: string
  expression?: string
  /** Where the value stands by which an event is found; see `pathsOf`. */
  paths?: { async: string } | null
  value?: string | null
  /** A duration or a date. */
  until?: string
  nowMs: number
}

/** Lets a run wait for a time, an event, or whichever comes first. */
export async function watch(tx: Tx, { runId, kind, stepId, event, expression, paths, value, until, nowMs }: NewWait): Promise<void> {
  const isFound = Boolean(paths) && value !== null && value !== undefined
  const path = isFound ? (paths?.async ?? '') : ''
  if (event && path) await tx`insert into watched_paths (event, path) values (${event}, ${path}) on conflict do nothing`
  await tx`
    insert into waits (run_id, kind, step_id, due_at, event, expression, path, value)
    values (${runId}, ${kind}, ${stepId ?? null}, ${until === undefined ? null : new Date(momentOf(until, nowMs))}, ${event ?? null},
      ${expression ?? null}, ${path}, ${isFound ? (value ?? '') : ''})`
}
