import { sql } from 'drizzle-orm'
import { along, type Tx } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import { DomainError, isDomainError } from '@/lib/core/errors'
import type { OrderId } from '@/lib/core/ids'
import { captureReservations } from '@/lib/inventory/capture-reservations'
import { releaseReservations } from '@/lib/inventory/release-reservations'
import { reserve } from '@/lib/inventory/reserve'
import { publish } from '@/lib/platform/events/publish'
import { redeemAgain } from '@/lib/promotions/redeem-again'
import { releaseCoupons } from '@/lib/promotions/release-coupons'
import { changeStatus } from './change-status'
import { historyActor } from './history-actor'
import { type LockedOrder, lockOrder } from './lock-order'

/** Room for clocks that differ. */
const NEAR_EXPIRY_MS = 60_000

/** `already`: it was paid before. `unfulfillable`: cancelled, or expired and its units or its code are gone; the money has to go back. */
export type Paid = 'paid' | 'already' | 'unfulfillable'

/**
 * The order's money has arrived: what was reserved is sold. After expiry the units are reserved again if they can still be had, and a code
 * that was given back then is used again. Locks order, code, then levels. Two statements and two with the commit; up to five more near or
 * after expiry. @throws not_found
 */
export async function markPaid(tx: Tx, orderId: OrderId, actor: Actor): Promise<Paid> {
  const order = await lockOrder(tx, orderId)
  if (!order) throw new DomainError('not_found')
  return markLockedPaid(tx, order, actor)
}

/** The same for an order that the caller has locked: a statement less. */
export async function markLockedPaid(tx: Tx, order: LockedOrder, actor: Actor): Promise<Paid> {
  const orderId = order.id
  if (['paid', 'shipped', 'delivered'].includes(order.status)) return 'already'
  if (order.status === 'cancelled') return 'unfulfillable'
  const createdBy = historyActor(actor)
  if (!(await sellUnits(tx, order, createdBy))) return giveUp(tx, order, createdBy)
  const note = order.totalMinor === 0 ? 'There was nothing to pay' : 'Payment received'
  along(tx, changeStatus(tx, [orderId], { status: 'paid', paymentStatus: 'paid', note, createdBy }))
  publish(tx, { type: 'order.paid', orderId, orderNumber: order.orderNumber })
  return 'paid'
}

/** False when some units, or the code, were given back in the meantime and are gone; then nothing was sold. */
async function sellUnits(tx: Tx, order: LockedOrder, actor: string): Promise<boolean> {
  const orderId = order.id
  const isHeld = order.status === 'pending' && order.reservedUntil.getTime() > Date.now() + NEAR_EXPIRY_MS
  // Others may free units only after their time; before that the way back is not needed.
  if (!isHeld) await tx.execute(sql`savepoint sell_units`)
  if (order.status === 'expired' && order.couponCode !== null && !(await redeemAgain(tx, orderId))) return false
  const lost = await captureReservations(tx, orderId, actor)
  if (lost.length === 0) return true
  try {
    // Held for a moment only: captured by the next statement.
    await reserve(tx, { orderId, lines: lost, expiresAt: new Date(Date.now() + NEAR_EXPIRY_MS), actor })
  } catch (error) {
    if (isHeld || !isDomainError(error) || error.code !== 'out_of_stock') throw error
    await tx.execute(sql`rollback to savepoint sell_units`)
    return false
  }
  await captureReservations(tx, orderId, actor)
  return true
}

/** What is still held goes back on sale; a pending order is expired by this. */
async function giveUp(tx: Tx, order: LockedOrder, createdBy: string): Promise<Paid> {
  const { id, orderNumber, status } = order
  await releaseCoupons(tx, [order])
  await releaseReservations(tx, [id], { reason: 'expired', actor: createdBy })
  if (status === 'pending') {
    await changeStatus(tx, [id], { status: 'expired', note: 'The payment came too late and some items were gone', createdBy })
    publish(tx, { type: 'order.expired', orderId: id, orderNumber })
  }
  return 'unfulfillable'
}
