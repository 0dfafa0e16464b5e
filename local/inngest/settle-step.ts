import type { Executor } from './context'
import type { Tx } from './store'

export type Settled = {
  runId: string
  stepId: string
  /** For a step that was not known before. */
  name?: string
  op?: string
  attempts?: number
} & ({ data: string } | { error: string })

/** Memoises what came of a step, as JSON text, and lets the run go on. The caller holds the lock of the run's row. */
export async function settleStep(tx: Tx, executor: Executor, step: Settled): Promise<void> {
  const now = new Date(executor.clock.now())
  const [data, error] = 'data' in step ? [step.data, null] : [null, step.error]
  const [row] = await tx<{ is_race: boolean }[]>`
    insert into steps (run_id, id, name, op, position, attempts, data, error, created_at, ended_at)
    values (${step.runId}, ${step.stepId}, ${step.name ?? step.stepId}, ${step.op ?? 'StepRun'},
      (select coalesce(max(position), -1) + 1 from steps where run_id = ${step.runId}),
      ${step.attempts ?? 1}, ${data}::text::json, ${error}::text::json, ${now}, ${now})
    on conflict (run_id, id) do update set position = excluded.position, data = excluded.data, error = excluded.error,
      attempts = greatest(steps.attempts, excluded.attempts), ended_at = excluded.ended_at
      where steps.position is null
    returning is_race`
  await goOn(tx, { runId: step.runId, now, isRace: row?.is_race ?? false })
}

/**
 * Plans the call that goes on from where the run is. While other steps of it are under way or waiting it is left to the last of them, which
 * is what Inngest does for version 2 of the protocol (`ShouldCoalesceParallelism`); in a race the first one goes on.
 */
export async function goOn(tx: Tx, { runId, now, isRace }: { runId: string; now: Date; isRace: boolean }): Promise<void> {
  await tx`
    insert into queue (run_id, function_id, step_id, due_at, limits)
    select r.id, r.function_id, 'step', ${now}, r.limits from runs r
    where r.id = ${runId} and r.status in ('queued', 'running')
      and not exists (select from queue q where q.run_id = r.id and q.step_id = 'step' and q.lease is null)
      and (${isRace} or (
        not exists (select from queue q where q.run_id = r.id and q.step_id <> 'step')
        and not exists (select from waits w where w.run_id = r.id and w.step_id is not null)))`
}
