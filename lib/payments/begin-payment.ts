import { and, eq, inArray, sql } from 'drizzle-orm'
import { paymentAttempts, payments } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids'
import { type LockedOrder, lockOrder } from '@/lib/orders/lock-order'
import type { ProviderName } from '@/lib/platform/payments/provider'
import { type PaymentRow, unsettled } from './merge-state'

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
 * @throws not_payable. Two statements, three when an older payment has no outcome.
 */
export async function beginPayment(orderId: OrderId, provider: ProviderName): Promise<Begun> {
  return transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw new DomainError('not_found')
    if (['paid', 'shipped', 'delivered'].includes(order.status)) return { kind: 'paid' }
    requirePayable(order)
    if (order.totalMinor === 0) return { kind: 'free' }

    const paymentId = newId<PaymentId>()
    const { totalMinor: amountMinor, currency } = order
    const begun = await tx.execute(sql`
      with made as (
        insert into payments (id, order_id, provider, currency, amount_minor)
        select ${paymentId}, ${orderId}, ${provider}, ${currency}, ${amountMinor}
        where not exists (select from payments where order_id = ${orderId} and status in ${unsettled})
        returning id
      )
      insert into payment_attempts (id, order_id, payment_id, outcome) select ${newId()}, ${orderId}, id, 'running' from made returning id`)
    if (begun.length > 0) return { kind: 'new', paymentId, amountMinor, currency }

    const [payment] = await tx
      .select()
      .from(payments)
      .where(and(eq(payments.orderId, orderId), inArray(payments.status, [...unsettled])))
      .limit(1)
    if (!payment) throw new Error(`Order ${orderId} changed under its lock`)
    return { kind: 'unsettled', payment }
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
