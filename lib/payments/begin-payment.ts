import { and, eq, inArray, sql } from 'drizzle-orm'
import { paymentAttempts, payments } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids'
import { type LockedOrder, lockOrder } from '@/lib/orders/lock-order'
import type { ProviderName } from '@/lib/platform/payments/provider'
import type { PaymentRow } from './merge-state'

export type Begun =
  | { kind: 'paid' }
  /** Nothing to pay: the caller marks the order paid. */
  | { kind: 'free' }
  /** A payment of this order has no outcome yet; the provider has to be asked before another one is made. */
  | { kind: 'unsettled'; payment: PaymentRow }
  | { kind: 'new'; paymentId: PaymentId; amountMinor: number; currency: string }

/**
 * Writes payment and attempt before anybody outside is called, so that a crash leaves a trace that the sweep can follow.
 * The order's lock makes two payments at the same time one after the other.
 * @throws not_payable. Three statements.
 */
export async function beginPayment(orderId: OrderId, provider: ProviderName): Promise<Begun> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new DomainError('not_found')
    if (['paid', 'shipped', 'delivered'].includes(order.status)) return { kind: 'paid' }
    requirePayable(order)
    if (order.totalMinor === 0) return { kind: 'free' }

    const [payment] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.orderId, orderId), inArray(payments.status, ['open', 'requires_action', 'processing', 'authorized'])))
      .limit(1)
    if (payment) return { kind: 'unsettled', payment }

    const paymentId = newId<PaymentId>()
    const { totalMinor: amountMinor, currency } = order
    const made = tx
      .$with('made')
      .as(tx.insert(payments).values({ id: paymentId, orderId, provider, currency, amountMinor }).returning({ id: payments.id }))
    // The foreign key is checked at the end of the statement, when both rows are there.
    await tx.with(made).insert(paymentAttempts).values({ id: newId(), orderId, paymentId, outcome: 'running' })
    return { kind: 'new', paymentId, amountMinor, currency }
  })
}

function requirePayable(order: LockedOrder): void {
  if (order.status === 'cancelled') throw new DomainError('not_payable', { detail: 'This order was cancelled, so it cannot be paid.' })
  if (order.status === 'expired' || order.reservedUntil.getTime() <= Date.now()) {
    throw new DomainError('not_payable', {
      detail: 'The time to pay for this order is over, and its items are for sale again. You can put them back into your cart.',
    })
  }
}

/** Notes that no answer came in time. The payment stays `processing` until the provider was asked. */
export async function markUnknown(paymentId: PaymentId): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(payments).set({ status: 'processing' }).where(sql`${payments.id} = ${paymentId} and ${payments.status} = 'open'`)
    await tx
      .update(paymentAttempts)
      .set({ outcome: 'unknown' })
      .where(sql`${paymentAttempts.paymentId} = ${paymentId} and ${paymentAttempts.outcome} = 'running'`)
  })
}
