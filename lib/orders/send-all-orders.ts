import { z } from 'zod'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { TaskId } from '@/lib/core/ids'
import { actingFor, beginner, Request } from '@/lib/platform/auth/acting-for'
import { beginTask } from '@/lib/tasks/begin-task'
import { keepResult, resultSoFar } from '@/lib/tasks/keep-result'
import type { Runner } from '@/lib/tasks/run-tasks'
import { eachWaiting } from './list-all-orders'
import { sendEach } from './send-each'
import { OrderFilters } from './staff-schemas'

export const SEND_ORDERS = 'send-orders'

/** Between two looks at whether it should stop, and whether the person still may. */
const AT_ONCE = 50

const Wish = z.object({ filters: OrderFilters, waiting: z.number().int(), request: Request })
type Wish = z.infer<typeof Wish>

/** Begins to send all that match, or returns the work that is doing so. The filters travel, not the orders. */
export async function beginSending(ctx: Ctx, filters: OrderFilters, waiting: number): Promise<TaskId> {
  const { ownerId, request } = beginner(ctx)
  const input: Wish = { filters, waiting, request }
  return (await transaction((tx) => beginTask(tx, { kind: SEND_ORDERS, ownerId, key: JSON.stringify([ownerId, filters]), input }))).id
}

/**
 * Sends all that match and are paid, each in a transaction of its own and with its own entry in the log. An order that went is not paid any
 * more, so a worker that begins anew finds only the others. Long work; the result counts what went and what could not.
 */
export const sendAllOrders: Runner = async (_ctx, { id, ownerId, input, progress }) => {
  const { filters, waiting, request } = Wish.parse(input)
  let kept = await resultSoFar(id)
  let changed = Number(kept?.changed ?? 0)
  let left = 0
  let why: string | null = null
  await progress(changed, waiting)
  for await (const numbers of eachWaiting(await actingFor(ownerId, request), filters, AT_ONCE)) {
    const { done, refused } = await sendEach(await actingFor(ownerId, request), numbers)
    changed += done
    left += refused.length
    why ??= refused[0] ? `${refused[0].label}: ${refused[0].reason}` : null
    const soFar = { changed, left, why }
    await transaction((tx) => keepResult(tx, id, kept, soFar))
    kept = soFar
    await progress(changed + left, Math.max(waiting, changed + left))
  }
  return { changed, left, why }
}
