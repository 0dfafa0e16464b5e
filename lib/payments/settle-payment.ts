import { and, asc, eq, sql } from 'drizzle-orm'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { paymentAttempts, payments, refunds } from '@/db/schema/payments'
import type { Reader, Tx } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import { formatMoney } from '@/lib/core/format-money'
import { newId, type OrderId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { historyActor } from '@/lib/orders/history-actor'
import type { LockedOrder } from '@/lib/orders/lock-order'
import { markPaid, type Paid } from '@/lib/orders/mark-paid'
import { publish } from '@/lib/platform/events/publish'
import type { PaymentState, ProviderName } from '@/lib/platform/payments/provider'
import { mergeState, type PaymentRow } from './merge-state'
import { paymentStatusOf } from './payment-status'

export type Settled = { orderId: OrderId; payment: PaymentRow }

/**
 * Brings what a provider says about a payment into the shop. The return page, webhooks, the sweep and `payOrder` all go through here,
 * in any order and as often as they like: amounts only grow, and what follows from them happens when they grow.
 * The first capture pays the order; money that came twice, or for an order that can no longer be filled, is given back.
 * Locks order, then payments, then stock levels. Null for a payment that is not ours. Two statements when nothing is new;
 * a first capture takes three and those of `markPaid`.
 */
export async function settlePayment(tx: Tx, provider: ProviderName, state: PaymentState, actor: Actor): Promise<Settled | null> {
  const order = await lockOrderOf(tx, provider, state)
  if (!order) return null
  const all = await tx.select().from(payments).where(eq(payments.orderId, order.id)).orderBy(asc(payments.id)).for('no key update')
  const before = all.find((payment) => isPaymentOf(payment, state))
  if (!before) return null

  const after = mergeState(before, state)
  if (after === before) return { orderId: order.id, payment: before }
  await savePayment(tx, after, state)

  const others = all.filter((payment) => payment.id !== after.id)
  const isFirstCapture = before.capturedMinor < order.totalMinor && after.capturedMinor >= order.totalMinor
  const result = isFirstCapture ? await markPaid(tx, order.id, actor) : null
  const now = orderAfter(order, result)
  if (result === 'already' || result === 'unfulfillable') await giveBack(tx, after, result, now.status, actor)
  await saveOrderPayment(tx, now, [...others, before], [...others, after], actor)
  return { orderId: order.id, payment: after }
}

/** By our id when the message carries it, otherwise by the provider's. */
export async function findPaymentRow(db: Reader, provider: ProviderName, state: PaymentState): Promise<PaymentRow | null> {
  const [row] = await db.select().from(payments).where(isRowOf(provider, state))
  return row ?? null
}

const isRowOf = (provider: ProviderName, { paymentId, providerPaymentId }: PaymentState) =>
  and(eq(payments.provider, provider), paymentId ? eq(payments.id, paymentId) : eq(payments.providerPaymentId, providerPaymentId ?? ''))

/** A payment never changes its order, so the order can be found and locked in one statement. */
async function lockOrderOf(tx: Tx, provider: ProviderName, state: PaymentState): Promise<LockedOrder | null> {
  const orderId = tx.select({ orderId: payments.orderId }).from(payments).where(isRowOf(provider, state))
  const [order] = await tx.select().from(orders).where(eq(orders.id, orderId)).for('no key update')
  return order ?? null
}

const isPaymentOf = (payment: PaymentRow, { paymentId, providerPaymentId }: PaymentState) =>
  paymentId ? payment.id === paymentId : payment.providerPaymentId === providerPaymentId

/** The payment and the attempts that still wait for an outcome, in one statement. */
async function savePayment(tx: Tx, after: PaymentRow, state: PaymentState): Promise<void> {
  const { providerPaymentId, status, authorizedMinor, capturedMinor, refundedMinor, disputedMinor, actionUrl } = after
  const attempted = tx.$with('attempted').as(
    tx
      .update(paymentAttempts)
      .set({ outcome: outcomeOf(status), declineCode: status === 'failed' ? (state.declineCode ?? 'cancelled') : null })
      .where(sql`${paymentAttempts.paymentId} = ${after.id} and ${paymentAttempts.outcome} not in ('paid', 'declined')`)
      .returning({ id: paymentAttempts.id }),
  )
  await tx
    .with(attempted)
    .update(payments)
    .set({ providerPaymentId, status, authorizedMinor, capturedMinor, refundedMinor, disputedMinor, actionUrl })
    .where(eq(payments.id, after.id))
}

function outcomeOf(status: PaymentRow['status']): (typeof paymentAttempts.$inferInsert)['outcome'] {
  switch (status) {
    case 'captured':
      return 'paid'
    case 'failed':
      return 'declined'
    case 'processing':
    case 'authorized':
      return 'processing'
    default:
      return 'requires_action'
  }
}

/** What `markPaid` has made of it. */
function orderAfter(order: LockedOrder, result: Paid | null): LockedOrder {
  if (result === 'paid') return { ...order, status: 'paid', paymentStatus: 'paid' }
  return result === 'unfulfillable' && order.status === 'pending' ? { ...order, status: 'expired' } : order
}

const whyGivenBack = { already: 'The order was already paid.', unfulfillable: 'The items were no longer available.' } as const

/** Written here, sent to the provider afterwards by `sendRefunds`. */
async function giveBack(tx: Tx, payment: PaymentRow, why: keyof typeof whyGivenBack, status: LockedOrder['status'], actor: Actor): Promise<void> {
  const amountMinor = payment.capturedMinor - payment.refundedMinor
  if (amountMinor === 0) return
  const { orderId, currency } = payment
  await tx.insert(refunds).values({ id: newId(), orderId, paymentId: payment.id, amountMinor, currency, reason: whyGivenBack[why] })
  await note(tx, orderId, status, `A payment of ${inWords(amountMinor, currency)} is being returned. ${whyGivenBack[why]}`, actor)
}

/** The order's payment status, with a line of history and `order.refunded` the first time money went back or was disputed. */
async function saveOrderPayment(tx: Tx, order: LockedOrder, before: PaymentRow[], after: PaymentRow[], actor: Actor) {
  const next = paymentStatusOf(order.totalMinor, after)
  if (next !== order.paymentStatus) await tx.update(orders).set({ paymentStatus: next }).where(eq(orders.id, order.id))

  const isRefunded = (list: PaymentRow[]) => ['partially_refunded', 'refunded'].includes(paymentStatusOf(order.totalMinor, list.map(undisputed)))
  const isDisputed = (list: PaymentRow[]) => list.some((payment) => payment.disputedMinor > 0)
  if (isRefunded(after) && !isRefunded(before)) {
    await note(tx, order.id, order.status, 'Money was returned.', actor)
    publish(tx, { type: 'order.refunded', orderId: order.id, orderNumber: order.orderNumber })
  }
  if (isDisputed(after) && !isDisputed(before)) await note(tx, order.id, order.status, 'The bank has disputed the payment.', actor)
}

const undisputed = (payment: PaymentRow): PaymentRow => ({ ...payment, disputedMinor: 0 })

async function note(tx: Tx, orderId: OrderId, status: LockedOrder['status'], text: string, actor: Actor): Promise<void> {
  await tx.insert(orderStatusHistory).values({ id: newId(), orderId, status, note: text, createdBy: historyActor(actor) })
}

const inWords = (amountMinor: number, currency: string) => formatMoney(money(amountMinor, currency), 'en-US')
