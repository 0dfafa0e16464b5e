import { eq } from 'drizzle-orm'
import { orders } from '@/db/schema/orders'
import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { notify } from '@/lib/notifications/notify'
import { publish } from '@/lib/platform/events/publish'
import { changeStatus } from './change-status'
import { historyActor } from './history-actor'
import type { LockedOrder } from './lock-order'

/** Nothing is left to send: the last parcel has gone, or what it would have held was refunded. The caller holds the order's lock. Three statements. */
export async function markShipped(tx: Tx, ctx: Ctx, { id, orderNumber, userId }: LockedOrder, note: string): Promise<void> {
  await changeStatus(tx, [id], { status: 'shipped', note, createdBy: historyActor(ctx.actor) })
  await tx.update(orders).set({ fulfillmentStatus: 'fulfilled' }).where(eq(orders.id, id))
  publish(tx, { type: 'order.shipped', orderId: id, orderNumber })
  if (!userId) return
  const title = `Order ${orderNumber} is on its way`
  await notify(tx, { userId, kind: 'order', title, href: `/account/orders/${orderNumber}`, key: `order.shipped:${id}` })
}
