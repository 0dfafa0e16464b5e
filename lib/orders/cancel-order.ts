import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { OrderId } from '@/lib/core/ids'
import { releaseReservations } from '@/lib/inventory/release-reservations'
import { returnToStock } from '@/lib/inventory/return-to-stock'
import { newRowId } from '@/lib/inventory/stock-sql'
import { publish } from '@/lib/platform/events/publish'
import { releaseCoupons } from '@/lib/promotions/release-coupons'
import { changeStatus } from './change-status'
import { mayAccessOrder } from './find-order'
import { historyActor } from './history-actor'
import { type LockedOrder, lockOrderByNumber } from './lock-order'
import { noSuchOrder, requireOrder } from './require-order'
import type { OrderRef, OrderView } from './schemas'
import { isCancellable } from './transitions'

/**
 * Cancels an order for its owner or for who has its link, and returns its detail (R85–R90). What was held is released, what was sold goes
 * back on the shelf, and money that was captured is asked back; the payment sweep sends it. A code may be used again. Of two cancels at
 * once one is refused. Locks order, code, then levels, so that it ends in one piece beside a settlement. One transaction, at most seven
 * statements, and one for a code.
 * @throws not_found, not_cancellable.
 */
export async function cancelOrder(ctx: Ctx, ref: OrderRef): Promise<OrderView> {
  return transaction(async (tx) => {
    const order = await requireCancellable(ctx, ref, tx)
    await cancelLocked(tx, order, { note: 'Order cancelled by user', createdBy: historyActor(ctx.actor), restock: true })
    return requireOrder(ctx, ref, tx)
  })
}

/** What a cancellation does to an order that is locked and may be cancelled. Without `restock` what was sold stays sold. */
export async function cancelLocked(
  tx: Tx,
  order: LockedOrder,
  { note, createdBy, restock }: { note: string; createdBy: string; restock: boolean },
): Promise<void> {
  await releaseCoupons(tx, [order])
  if (order.status === 'pending' || restock) await giveUnitsBack(tx, order, createdBy)
  await requestRefunds(tx, order.id, createdBy)
  await changeStatus(tx, [order.id], { status: 'cancelled', note, createdBy })
  publish(tx, { type: 'order.cancelled', orderId: order.id, orderNumber: order.orderNumber })
}

async function requireCancellable(ctx: Ctx, ref: OrderRef, tx: Tx): Promise<LockedOrder> {
  const order = await lockOrderByNumber(tx, ref.number)
  if (!order || !mayAccessOrder(ctx, ref, order)) throw noSuchOrder()
  requireStillCancellable(order)
  return order
}

/** @throws not_cancellable */
export function requireStillCancellable({ status, fulfillmentStatus }: LockedOrder): void {
  if (isCancellable(status, fulfillmentStatus)) return
  const why = fulfillmentStatus === 'partial' ? 'A part of this order has left already' : `Cannot cancel order in ${status} status`
  throw new DomainError('not_cancellable', { detail: why, extra: { order_status: status, fulfillment_status: fulfillmentStatus } })
}

async function giveUnitsBack(tx: Tx, { id, status }: LockedOrder, actor: string): Promise<void> {
  if (status === 'pending') await releaseReservations(tx, [id], { reason: 'cancelled', actor })
  else await returnToStock(tx, id, { reason: 'cancelled', actor })
}

/** For what is captured and neither given back nor asked back yet. */
async function requestRefunds(tx: Tx, orderId: OrderId, createdBy: string): Promise<void> {
  await tx.execute(sql`
    insert into refunds (id, order_id, payment_id, amount_minor, currency, reason, created_by)
    select ${newRowId}, p.order_id, p.id, due.amount, p.currency, 'The order was cancelled.', ${createdBy}
    from payments p, lateral (
      select p.captured_minor - greatest(p.refunded_minor,
        (select coalesce(sum(r.amount_minor), 0) from refunds r where r.payment_id = p.id and r.status <> 'failed')) as amount
    ) due
    where p.order_id = ${orderId} and due.amount > 0`)
}
