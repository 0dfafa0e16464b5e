import { sql } from 'drizzle-orm'
import { tasks } from '@/db/schema/tasks'
import type { Tx } from '@/db/transaction'
import { newId, type TaskId, type UserId } from '@/lib/core/ids'
import { publish } from '@/lib/platform/events/publish'
import type { TaskRow } from './task-view'

export type NewTask = {
  kind: string
  /** Who may watch it; null for the shop's own. */
  ownerId: UserId | null
  /** While one with this key is open, it is this one. */
  key?: string
  input?: Record<string, unknown>
}

/** Long work that begins as soon as somebody is free for it, in the transaction of its cause. One statement and the event's. */
export async function beginTask(tx: Tx, { kind, ownerId, key, input = {} }: NewTask): Promise<TaskRow> {
  const [task] = await tx
    .insert(tasks)
    .values({ id: newId<TaskId>(), kind, ownerId, key, input })
    // Touches the open one only to return it.
    .onConflictDoUpdate({
      target: [tasks.kind, tasks.key],
      targetWhere: sql`status in ('queued', 'running')`,
      set: { updatedAt: sql`tasks.updated_at` },
    })
    .returning()
  if (!task) throw new Error('A task was not written')
  publish(tx, { type: 'task.begun', taskId: task.id })
  return task
}
