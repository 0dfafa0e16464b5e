import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { tasks } from '@/db/schema/tasks'
import type { Tx } from '@/db/transaction'
import type { TaskResult } from './schemas'
import type { TaskRow } from './task-view'

/** What the work has come to so far. One statement. */
export async function resultSoFar(id: TaskRow['id']): Promise<TaskResult | null> {
  const [task] = await database().select({ result: tasks.result }).from(tasks).where(eq(tasks.id, id))
  return task?.result ?? null
}

/**
 * Keeps what the work has come to, in the transaction of the step that brought it there: so each step is done once, also when its worker dies
 * or when two believe that the work is theirs. What is kept stays when the work is cancelled or fails. One statement.
 * @throws when another worker has gone on since `before` was read: the step has to be rolled back
 */
export async function keepResult(tx: Tx, id: TaskRow['id'], before: TaskResult | null, result: TaskResult): Promise<void> {
  const kept = await tx.execute(sql`
    update tasks set result = ${JSON.stringify(result)}::jsonb
    where id = ${id} and status = 'running' and result is not distinct from ${before && JSON.stringify(before)}::jsonb returning id`)
  if (kept.length === 0) throw new Error(`Another worker has gone on with task ${id}`)
}
