import { and, eq, type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { type TaskStatus, tasks } from '@/db/schema/tasks'
import { type Ctx, systemCtx } from '@/lib/core/context'
import { isDomainError } from '@/lib/core/errors'
import { logger } from '@/lib/platform/logger'
import { claimTask, LEASE_SECONDS } from './claim-task'
import type { TaskResult } from './schemas'
import type { TaskRow } from './task-view'

/** Progress is written this often; what comes between two times is only kept in mind. */
const WRITE_MS = 500

export type Work = Pick<TaskRow, 'id' | 'ownerId' | 'input'> & {
  /** How far an earlier worker had come; who cannot go on from there begins anew. */
  doneBefore: number
  /** Tells how far it is and how much there is. @throws Stopped when it was cancelled or has been given to another worker: let it pass. */
  progress(done: number, total?: number): Promise<void>
}

/** Does the work of one kind of task, to the end or until `progress` throws. What it leaves behind when it is cut short must do no harm. */
export type Runner = (ctx: Ctx, work: Work) => Promise<TaskResult>

class Stopped extends Error {
  override readonly name = 'Stopped'
  constructor(readonly reason: 'cancelled' | 'lost') {
    super(`The task was ${reason}`)
  }
}

/** Does all long work that waits, one after another. @returns how many tasks it had in hand. */
export async function runTasks(runners: Record<string, Runner>, ctx: Ctx = systemCtx('tasks')): Promise<number> {
  let count = 0
  for (;;) {
    const task = await claimTask(Object.keys(runners))
    const runner = task && runners[task.kind]
    if (!runner) return count
    await runTask(ctx, task, runner)
    count++
  }
}

async function runTask(ctx: Ctx, task: TaskRow, runner: Runner): Promise<void> {
  const { work, close } = workOf(task)
  try {
    const result = await runner(ctx, work)
    await end(task, { status: 'done', result, done: sql`greatest(done, coalesce(total, done))` })
  } catch (error) {
    const stopped = stoppedOf(error)
    if (stopped?.reason === 'cancelled') await end(task, { status: 'cancelled' })
    else if (!stopped) await fail(ctx, task, error)
  } finally {
    close()
  }
}

/** A stream that carried it may have wrapped it. */
function stoppedOf(error: unknown): Stopped | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof Stopped) return cause
  return null
}

/** The work with a heart: it beats also while a single step takes long, and stops the work at its next step when the task is no longer ours. */
function workOf(task: TaskRow): { work: Work; close(): void } {
  let known: { done: number; total?: number } = { done: task.done }
  let writtenAt = 0
  let stopped: Stopped | null = null

  const write = async () => {
    writtenAt = Date.now()
    stopped = (await beat(task, known)) ?? stopped
  }
  const heart = setInterval(
    () => void write().catch((error) => logger.warn({ taskId: task.id, err: error }, 'a task could not show that it lives')),
    (LEASE_SECONDS * 1000) / 4,
  )
  heart.unref()

  const progress: Work['progress'] = async (done, total) => {
    const isNew = total !== undefined && total !== known.total
    known = { done, total: total ?? known.total }
    if (isNew || Date.now() - writtenAt >= WRITE_MS) await write()
    if (stopped) throw stopped
  }
  const { id, ownerId, input, done } = task
  return { work: { id, ownerId, input, doneBefore: done, progress }, close: () => clearInterval(heart) }
}

const isOurs = ({ id, turn }: TaskRow): SQL | undefined => and(eq(tasks.id, id), eq(tasks.turn, turn), eq(tasks.status, 'running'))

/** Writes how far it is and lengthens the lease. @returns why to stop, if there is a reason. */
async function beat(task: TaskRow, { done, total }: { done: number; total?: number }): Promise<Stopped | null> {
  const [row] = await database()
    .update(tasks)
    .set({ done, ...(total === undefined ? {} : { total }), leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})` })
    .where(isOurs(task))
    .returning({ cancelRequestedAt: tasks.cancelRequestedAt })
  if (!row) return new Stopped('lost')
  return row.cancelRequestedAt ? new Stopped('cancelled') : null
}

type Ending = { status: TaskStatus; result?: TaskResult; error?: string; done?: SQL }

const end = (task: TaskRow, ending: Ending) =>
  database()
    .update(tasks)
    .set({ ...ending, finishedAt: sql`now()`, leasedUntil: null })
    .where(isOurs(task))

async function fail(ctx: Ctx, task: TaskRow, error: unknown): Promise<void> {
  logger.error({ taskId: task.id, kind: task.kind, requestId: ctx.requestId, err: error }, 'long work failed')
  await end(task, { status: 'failed', error: isDomainError(error) ? error.message : 'Something went wrong on our side. Please try again.' })
}
