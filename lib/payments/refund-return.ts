import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { Changed } from '@/lib/orders/staff-schemas'
import { requireCan } from '@/lib/platform/auth/can'
import { onceInTransaction } from '@/lib/platform/idempotency/idempotency'
import { type LockedReturn, lockReturn, moveReturn } from '@/lib/returns/lock-return'
import type { RefundReturn } from '@/lib/returns/staff-schemas'
import { decideRefund, readLines } from './refund-order'
import { sendRefunds } from './send-refunds'

/**
 * Gives the money for what was sent back and received, or none; the return is then finished. Units were put back when it came. A repeated
 * idempotency key acts once. @throws forbidden, not_found, conflict
 */
export async function refundReturn(ctx: Ctx, input: RefundReturn): Promise<Changed> {
  requireCan(ctx, 'orders.refund')
  await onceInTransaction(ctx, 'return-refund', input, async (tx) => {
    const locked = await lockReturn(tx, input, 'refunded')
    if (input.amount > 0) {
      const lines = await notRefunded(tx, locked)
      await decideRefund(tx, ctx, locked.order, { amount: input.amount, lines, restock: false, reason: 'For what was sent back.' })
    }
    const title = `Your return of order ${input.number} is ${input.amount > 0 ? 'refunded' : 'done'}`
    await moveReturn(tx, ctx, locked, { status: 'refunded', title })
    return null
  })
  await sendRefunds(ctx)
  return {}
}

/** Some of it may have been refunded while it was on its way back. */
async function notRefunded(tx: Tx, { order, wish }: LockedReturn) {
  const left = new Map((await readLines(tx, order)).map((line) => [line.id, line.left]))
  return wish.lines
    .map(({ order_item_id, quantity }) => ({ order_item_id, quantity: Math.min(quantity, left.get(order_item_id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
}
