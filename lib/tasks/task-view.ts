import type { tasks } from '@/db/schema/tasks'
import type { TaskView } from './schemas'

export type TaskRow = typeof tasks.$inferSelect

/** Less says nothing about how fast it is. */
const MEASURED_SECONDS = 1

/** A task as people see it: how fast it is and how long it will take are computed here, from what the present worker has done. */
export function taskView(row: TaskRow, now = new Date()): TaskView {
  const rate = rateOf(row, now)
  const left = row.total === null ? null : Math.max(0, row.total - row.done)
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    done: row.done,
    total: row.total,
    rate: rate === null ? null : Math.round(rate * 10) / 10,
    seconds_left: rate === null || left === null ? null : Math.ceil(left / rate),
    is_cancelling: row.status === 'running' && row.cancelRequestedAt !== null,
    result: row.result,
    error: row.error,
    created_at: row.createdAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
  }
}

function rateOf({ status, done, turnStartedAt, turnStartedDone }: TaskRow, now: Date): number | null {
  if (status !== 'running' || !turnStartedAt) return null
  const seconds = (now.getTime() - turnStartedAt.getTime()) / 1000
  const isMeasured = seconds >= MEASURED_SECONDS && done > turnStartedDone
  return isMeasured ? (done - turnStartedDone) / seconds : null
}
