import type { Answer, Operation } from './call-function'
import { failureOf } from './call-function'
import type { Claimed } from './claim'
import { maxAttemptsOf } from './config'
import type { Executor } from './context'
import { endRun, finishQuickly } from './end-run'
import { internalNames } from './events'
import { pathsOf, valueAt } from './expressions'
import type { KnownFunction } from './functions'
import { insertRuns } from './insert-runs'
import { nextAttemptAt, unreachableUntil } from './retries'
import { settleStep } from './settle-step'
import { inTransaction, json, type Tx } from './store'
import { watch } from './waits'

type Applied = { tx: Tx; executor: Executor; item: Claimed; fn: KnownFunction; now: Date }

/**
 * Writes what came of a call and plans what follows, in one transaction. Nothing is written when the lease went to another executor in the
 * meantime or the run has ended: a cancelled run stays cancelled.
 */
export async function applyAnswer(executor: Executor, item: Claimed, fn: KnownFunction, answer: Answer): Promise<void> {
  if (answer.kind === 'finished' && item.parentRun === null && (await finishQuickly(executor, item, answer.output))) return
  await inTransaction(executor.sql, async (tx) => {
    const [[run], [held]] = await Promise.all([
      tx`select status from runs where id = ${item.runId} for update`,
      tx`select 1 from queue where id = ${item.itemId} and lease = ${item.lease}`,
    ])
    if (!held || run?.status !== 'running') return
    const applied = { tx, executor, item, fn, now: new Date(executor.clock.now()) }
    if (answer.kind === 'finished') await endRun(tx, executor, item.runId, { status: 'completed', output: answer.output })
    else if (answer.kind === 'operations') await applyOperations(applied, answer)
    else if (answer.kind === 'unreachable' && fn.isRegistered) await postpone(applied, unreachableUntil(applied.now), item.attempt)
    else await retryOrFail(applied, { isRetriable: true, retryAfter: null, ...answer }, answer.error)
  })
}

/** A call that failed for good fails the run: a step of it that failed for good is an operation of its own, which the function may catch. */
async function retryOrFail(
  applied: Applied,
  answer: { isRetriable: boolean; retryAfter: string | null },
  error: ReturnType<typeof failureOf>,
): Promise<void> {
  const { tx, executor, item, fn, now } = applied
  if (answer.isRetriable && item.attempt + 1 < maxAttemptsOf(fn.config)) {
    await postpone(applied, nextAttemptAt(item.attempt, answer.retryAfter, now), item.attempt + 1)
    await tx`update runs set error = ${json(error)}::text::json where id = ${item.runId}`
  } else await endRun(tx, executor, item.runId, { status: 'failed', error })
}

async function postpone({ tx, item }: Applied, dueAt: Date, attempt: number): Promise<void> {
  await tx`update queue set lease = null, leased_until = null, due_at = ${dueAt}, attempt = ${attempt} where id = ${item.itemId}`
}

async function applyOperations(applied: Applied, answer: Extract<Answer, { kind: 'operations' }>): Promise<void> {
  const { tx, executor, item, fn } = applied
  const unknown = answer.operations.find(({ op }) => !known.has(op))
  if (unknown) {
    const message = `${fn.id} uses ${unknown.op} (${unknown.displayName ?? unknown.id}), which the local executor does not do.`
    return endRun(tx, executor, item.runId, { status: 'failed', error: { name: 'Unsupported', message } })
  }
  const [first] = answer.operations
  if (!first) return retryOrFail(applied, answer, { name: 'Error', message: 'The app answered without any operation.' })
  if (first.op === 'StepError') return retryStep(applied, first, answer)
  await tx`delete from queue where id = ${item.itemId}`
  if (answer.operations.length > 1 && !item.isParallel) await tx`update runs set is_parallel = true where id = ${item.runId}`
  // Version 1 of the protocol wants to be asked after each step.
  const isEager = answer.version === '1'
  for (const operation of answer.operations) await applyOperation(applied, operation, isEager)
}

const known = new Set(['StepRun', 'StepError', 'StepFailed', 'StepPlanned', 'Sleep', 'WaitForEvent', 'InvokeFunction'])

async function applyOperation({ tx, executor, item, now }: Applied, operation: Operation, isEager: boolean): Promise<void> {
  const { id, op } = operation
  const name = operation.displayName ?? operation.name ?? id
  if (op === 'StepRun' || op === 'StepFailed') {
    const outcome = op === 'StepRun' ? { data: json(operation.data) } : { error: json(failureOf(operation.error ?? operation.data)) }
    return settleStep(tx, executor, { runId: item.runId, stepId: id, name, op, attempts: item.attempt + 1, ...outcome })
  }
  const isRace = isEager || operation.opts?.parallelMode === 'race'
  const isNew = await noteStep(tx, { runId: item.runId, stepId: id, name, op, isRace, now })
  if (!isNew) return
  if (op === 'StepPlanned') {
    await tx`
      insert into queue (run_id, function_id, step_id, due_at, limits) select id, function_id, ${id}, ${now}, limits from runs where id = ${item.runId}`
  } else await beginWait({ tx, executor, item, now }, operation)
}

/** @returns false for a step that is settled, under way or waiting already: it was found twice, by two calls that ran at the same time. */
async function noteStep(
  tx: Tx,
  { runId, stepId, name, op, isRace, now }: { runId: string; stepId: string; name: string; op: string; isRace: boolean; now: Date },
): Promise<boolean> {
  const rows = await tx`
    insert into steps (run_id, id, name, op, is_race, created_at) values (${runId}, ${stepId}, ${name}, ${op}, ${isRace}, ${now})
    on conflict (run_id, id) do update set name = excluded.name, op = excluded.op, is_race = excluded.is_race
      where steps.position is null
        and not exists (select from queue q where q.run_id = steps.run_id and q.step_id = steps.id)
        and not exists (select from waits w where w.run_id = steps.run_id and w.step_id = steps.id)
    returning 1`
  return rows.length > 0
}

async function beginWait({ tx, executor, item, now }: Omit<Applied, 'fn'>, { id, op, name, opts }: Operation): Promise<void> {
  const base = { runId: item.runId, stepId: id, nowMs: now.getTime() }
  if (op === 'Sleep') return watch(tx, { ...base, kind: 'sleep', until: name ?? '' })
  if (op === 'WaitForEvent') {
    const expression = typeof opts?.if === 'string' ? opts.if : undefined
    const paths = pathsOf(expression)
    const value = paths ? valueAt(item.events[0], paths.event) : null
    return watch(tx, { ...base, kind: 'event', event: name, expression, paths, value, until: String(opts?.timeout ?? '365d') })
  }
  await invoke({ tx, executor, item, now }, { id, op, opts })
}

async function invoke({ tx, executor, item, now }: Omit<Applied, 'fn'>, { id, opts }: Operation): Promise<void> {
  const fn = executor.functions.get(String(opts?.function_id))
  const parent = { runId: item.runId, stepId: id }
  if (!fn?.isRegistered) {
    const error = { name: 'InngestError', message: `There is no function ${String(opts?.function_id)} to invoke.` }
    return settleStep(tx, executor, { ...parent, error: json(error) })
  }
  await watch(tx, { ...parent, kind: 'invoke', until: typeof opts?.timeout === 'string' ? opts.timeout : '365d', nowMs: now.getTime() })
  const { data, v } = (opts?.payload ?? {}) as { data?: unknown; v?: string }
  const event = { id: `${item.runId}:${id}`, name: internalNames.invoked, data: data ?? {}, ts: now.getTime(), ...(v && { v }) }
  await insertRuns(tx, executor, [{ fn, events: [event], parent }])
}

/** The same step again, in a call like this one. What went wrong is kept where it can be seen. */
async function retryStep(applied: Applied, operation: Operation, answer: Extract<Answer, { kind: 'operations' }>): Promise<void> {
  const { tx, item, now } = applied
  const error = failureOf(operation.error)
  const name = operation.displayName ?? operation.name ?? operation.id
  await tx`
    insert into steps (run_id, id, name, op, attempts, error, created_at)
    values (${item.runId}, ${operation.id}, ${name}, 'StepError', ${item.attempt + 1}, ${json(error)}::text::json, ${now})
    on conflict (run_id, id) do update set attempts = excluded.attempts, error = excluded.error where steps.position is null`
  await retryOrFail(applied, answer, error)
}
