import { z } from 'zod'
import { transaction } from '@/db/transaction'
import type { AuditAction } from '@/lib/audit/action'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { askExecutor } from '@/lib/platform/executor/ask-executor'
import { requireRun } from './list-jobs'
import type { Done, RunRef } from './schemas'

/** Goes on with a failed run from the step that failed: what was done stays done. @throws forbidden, not_found, conflict, unavailable */
export const retryRun = (ctx: Ctx, ref: RunRef): Promise<Done> => changeRun(ctx, ref, { verb: 'retry', action: 'job.retried' })

/** Ends a run that waits or goes on. @throws forbidden, not_found, conflict, unavailable */
export const cancelRun = (ctx: Ctx, ref: RunRef): Promise<Done> => changeRun(ctx, ref, { verb: 'cancellation', action: 'job.cancelled' })

async function changeRun(ctx: Ctx, { id }: RunRef, { verb, action }: { verb: string; action: AuditAction }): Promise<Done> {
  requireCan(ctx, 'operations.write')
  const { function_id: label } = await requireRun(ctx, { id })
  await askExecutor('POST', `runs/${id}/${verb}`, z.object({ ok: z.literal(true) }))
  // The executor is another process with a database of its own: it cannot be one transaction.
  await transaction(async (tx) => audited(tx, ctx, { action, subject: { type: 'job', id, label } }))
  return {}
}
