import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { claimGuestOrders } from '@/lib/customers/join-account'
import { requireUser } from '@/lib/platform/auth/can'
import { beginTask } from '@/lib/tasks/begin-task'
import type { TaskView } from '@/lib/tasks/schemas'
import { taskView } from '@/lib/tasks/task-view'
import { EXPORT_KIND } from './exports'

/**
 * Begins a ZIP of everything we keep about the signed-in person, or returns the one that is being made. Guests' orders with the confirmed
 * address are the person's, too. @throws unauthenticated
 */
export async function beginExport(ctx: Ctx): Promise<TaskView> {
  const userId = requireUser(ctx)
  return transaction(async (tx) => {
    await claimGuestOrders(tx, userId)
    return taskView(await beginTask(tx, { kind: EXPORT_KIND, ownerId: userId, key: userId }))
  })
}
