import { and, eq, lt, sql } from 'drizzle-orm'
import { orders } from '@/db/schema/orders'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { releaseReservations } from '@/lib/inventory/release-reservations'
import { publish } from '@/lib/platform/events/publish'
import { releaseCoupons } from '@/lib/promotions/release-coupons'
import { changeStatus } from './change-status'
import { historyActor } from './history-actor'

const BATCH = 50

/**
 * Gives back the units of orders that were not paid in time; they become `expired`. Several sweeps may run at once: each takes other
 * orders, and one that is being paid at this moment is left for the next. Their codes may be used again. Returns how many expired. Five statements
 * per fifty orders, six when some of them had a code.
 */
export async function expireOrders(ctx: Ctx): Promise<number> {
  let expired = 0
  for (let count = BATCH; count === BATCH; expired += count) count = await expireBatch(historyActor(ctx.actor))
  return expired
}

async function expireBatch(createdBy: string): Promise<number> {
  return transaction(async (tx) => {
    const due = await tx
      .select({ id: orders.id, orderNumber: orders.orderNumber, couponCode: orders.couponCode })
      .from(orders)
      .where(and(eq(orders.status, 'pending'), lt(orders.reservedUntil, sql`now()`)))
      .orderBy(orders.reservedUntil)
      .limit(BATCH)
      .for('no key update', { skipLocked: true })
    if (due.length === 0) return 0
    const ids = due.map((order) => order.id)
    await releaseCoupons(tx, due)
    await releaseReservations(tx, ids, { reason: 'expired', actor: createdBy })
    await changeStatus(tx, ids, { status: 'expired', note: 'Not paid in time; the items are for sale again', createdBy })
    publish(tx, ...due.map(({ id, orderNumber }) => ({ type: 'order.expired' as const, orderId: id, orderNumber })))
    return due.length
  })
}
