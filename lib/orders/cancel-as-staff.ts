import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { cancelLocked, requireStillCancellable } from './cancel-order'
import { historyActor } from './history-actor'
import { lockOrderByNumber } from './lock-order'
import { noSuchOrder } from './require-order'
import { CancelAsStaff, type Changed } from './staff-schemas'

/**
 * Cancels somebody's order for the shop: units that were held are free again, units that were sold go back on the shelf if `restock` says
 * so, captured money is asked back. One transaction. @throws forbidden, not_found, not_cancellable
 */
export async function cancelAsStaff(ctx: Ctx, input: CancelAsStaff): Promise<Changed> {
  requireCan(ctx, 'orders.cancel')
  const { number, restock, note } = CancelAsStaff.parse(input)
  return transaction(async (tx) => {
    const order = await lockOrderByNumber(tx, number)
    if (!order) throw noSuchOrder()
    requireStillCancellable(order)
    await cancelLocked(tx, order, { note: note || 'Cancelled by the shop', createdBy: historyActor(ctx.actor), restock })
    audited(tx, ctx, {
      action: 'order.cancelled',
      subject: { type: 'order', id: order.id, label: number },
      before: { status: order.status },
      after: { status: 'cancelled', restock, note },
    })
    return {}
  })
}
