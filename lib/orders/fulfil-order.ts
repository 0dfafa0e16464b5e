import { eq } from 'drizzle-orm'
import type { OrderStatus } from '@/db/schema/orders'
import { orders } from '@/db/schema/orders'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { notify } from '@/lib/notifications/notify'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { changeStatus } from './change-status'
import { historyActor } from './history-actor'
import { lockOrderByNumber } from './lock-order'
import { noSuchOrder } from './require-order'
import { canBecome } from './transitions'

type Step = { status: Extract<OrderStatus, 'shipped' | 'delivered'>; note: string }

/** The whole order has left the house. @throws forbidden, not_found, conflict when it is not paid or already on its way. */
export const shipOrder = (ctx: Ctx, ref: { number: string }): Promise<void> => advance(ctx, ref, { status: 'shipped', note: 'Handed to the courier' })

/** The courier has handed it over. @throws forbidden, not_found, conflict when it was not shipped. */
export const deliverOrder = (ctx: Ctx, ref: { number: string }): Promise<void> => advance(ctx, ref, { status: 'delivered', note: 'Delivered' })

/** One transaction, at most four statements and one before the commit. */
function advance(ctx: Ctx, { number }: { number: string }, { status, note }: Step): Promise<void> {
  requireCan(ctx, 'orders.fulfil')
  return transaction(async (tx) => {
    const order = await lockOrderByNumber(tx, number)
    if (!order) throw noSuchOrder()
    if (!canBecome(order.status, status)) throw new DomainError('conflict', { detail: `An order that is ${order.status} cannot become ${status}.` })
    await changeStatus(tx, [order.id], { status, note, createdBy: historyActor(ctx.actor) })
    if (status === 'shipped') await tx.update(orders).set({ fulfillmentStatus: 'fulfilled' }).where(eq(orders.id, order.id))
    if (order.userId) {
      const title = status === 'shipped' ? `Order ${number} is on its way` : `Order ${number} has arrived`
      await notify(tx, { userId: order.userId, kind: 'order', title, href: `/account/orders/${number}`, key: `order.${status}:${order.id}` })
    }
    publish(tx, { type: `order.${status}`, orderId: order.id, orderNumber: order.orderNumber })
  })
}
