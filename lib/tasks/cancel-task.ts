import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireTask } from './require-task'
import type { TaskRef, TaskView } from './schemas'
import { taskView } from './task-view'

/**
 * Asks long work to stop: at once when nobody has begun it, at its worker's next step otherwise. What is over stays as it is, so asking
 * twice does no harm. Three statements. @throws unauthenticated, not_found
 */
export async function cancelTask(ctx: Ctx, { id }: TaskRef): Promise<TaskView> {
  return transaction(async (tx) => {
    await requireTask(ctx, id, tx)
    await tx.execute(sql`
      update tasks set cancel_requested_at = coalesce(cancel_requested_at, now()), updated_at = now(),
        status = case status when 'queued' then 'cancelled' else status end, finished_at = case status when 'queued' then now() end
      where id = ${id} and status in ('queued', 'running')`)
    return taskView(await requireTask(ctx, id, tx))
  })
}
