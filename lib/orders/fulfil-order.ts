import { and, eq, isNull } from 'drizzle-orm'
import { fulfilments } from '@/db/schema/fulfilments'
import { transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { notify } from '@/lib/notifications/notify'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { changeStatus } from './change-status'
import { historyActor } from './history-actor'
import { lockOrderByNumber } from './lock-order'
import { noSuchOrder } from './require-order'
import { sendWhole } from './send-parcel'
import { canBecome } from './transitions'

/** The whole order has left the house, or what was left of it. @throws forbidden, not_found, conflict when it is not paid or already on its way. */
export async function shipOrder(ctx: Ctx, { number }: { number: string }): Promise<void> {
  requireCan(ctx, 'orders.fulfil')
  await sendWhole(ctx, number)
}

/** The courier has handed it over. One transaction, five statements and two with the commit. @throws forbidden, not_found, conflict when it was not shipped. */
export function deliverOrder(ctx: Ctx, { number }: { number: string }): Promise<void> {
  requireCan(ctx, 'orders.fulfil')
  return transaction(async (tx) => {
    const order = await lockOrderByNumber(tx, number)
    if (!order) throw noSuchOrder()
    const { id, orderNumber, userId, status } = order
    if (!canBecome(status, 'delivered'))
      throw new DomainError('conflict', {
        detail: status === 'delivered' ? 'This order has arrived already.' : 'Only an order that is on its way can arrive. Mark it as sent first.',
      })
    await changeStatus(tx, [id], { status: 'delivered', note: 'Delivered', createdBy: historyActor(ctx.actor) })
    await tx
      .update(fulfilments)
      .set({ deliveredAt: new Date() })
      .where(and(eq(fulfilments.orderId, id), isNull(fulfilments.deliveredAt)))
    if (userId) {
      const title = `Order ${number} has arrived`
      await notify(tx, { userId, kind: 'order', title, href: `/account/orders/${number}`, key: `order.delivered:${id}` })
    }
    publish(tx, { type: 'order.delivered', orderId: id, orderNumber })
    audited(tx, ctx, {
      action: 'order.delivered',
      subject: { type: 'order', id, label: number },
      before: { status },
      after: { status: 'delivered' },
    })
  })
}
