import { and, eq, type Placeholder, sql } from 'drizzle-orm'
import { orderStatusHistory, orders } from '@/db/schema/orders'
import { payments, refunds } from '@/db/schema/payments'
import { statement } from '@/db/statement'
import { along, type Reader, type Tx } from '@/db/transaction'
import type { Actor } from '@/lib/core/context'
import { formatMoney } from '@/lib/core/format-money'
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids'
import { money } from '@/lib/core/money'
import { historyActor } from '@/lib/orders/history-actor'
import { asLocked, type LockedOrder, lockWhere } from '@/lib/orders/lock-order'
import { markLockedPaid, type Paid } from '@/lib/orders/mark-paid'
import { publish } from '@/lib/platform/events/publish'
import type { PaymentState, ProviderName } from '@/lib/platform/payments/provider'
import { mergeState, type PaymentRow } from './merge-state'
import { paymentStatusOf } from './payment-status'
import { recordOutsideRefund } from './record-outside-refund'

export type Settled = { orderId: OrderId; payment: PaymentRow }

/**
 * Brings what a provider says about a payment into the shop. The return page, webhooks, the sweep and `payOrder` all go through here,
 * in any order and as often as they like: amounts only grow, and what follows from them happens when they grow.
 * The first capture pays the order; money that came twice, or for an order that can no longer be filled, is given back.
 * Money that somebody gave back at the provider is recorded as a refund. Locks order, then payments, then stock levels. Null for a payment that is not ours. Two statements when nothing is new;
 * a first capture takes three and those of `markPaid` but its lock.
 */
export async function settlePayment(tx: Tx, provider: ProviderName, state: PaymentState, actor: Actor): Promise<Settled | null> {
  const locked = await lockOrderAndPayments(tx, provider, state)
  if (!locked) return null
  const { order, all } = locked
  const before = all.find((payment) => isPaymentOf(payment, state))
  if (!before) return null

  const after = mergeState(before, state)
  if (after === before) return { orderId: order.id, payment: before }
  along(tx, savePayment(tx, after, state))

  const others = all.filter((payment) => payment.id !== after.id)
  const isFirstCapture = before.capturedMinor < order.totalMinor && after.capturedMinor >= order.totalMinor
  const result = isFirstCapture ? await markLockedPaid(tx, order, actor) : null
  const now = orderAfter(order, result)
  const isSurplus = result === 'already' || result === 'unfulfillable'
  const outsideMinor = after.refundedMinor > before.refundedMinor ? await recordOutsideRefund(tx, after, isSurplus) : 0
  if (result === 'already' || result === 'unfulfillable') await giveBack(tx, after, whyOf(result, order), now.status, actor)
  await saveOrderPayment(tx, now, { before: [...others, before], after: [...others, after], outsideMinor }, actor)
  return { orderId: order.id, payment: after }
}

/** By our id when the message carries it, otherwise by the provider's. */
export async function findPaymentRow(db: Reader, provider: ProviderName, state: PaymentState): Promise<PaymentRow | null> {
  const [row] = await db.select().from(payments).where(isRowOf(provider, state))
  return row ?? null
}

const isRowOf = (provider: ProviderName, { paymentId, providerPaymentId }: PaymentState) =>
  and(eq(payments.provider, provider), paymentId ? eq(payments.id, paymentId) : eq(payments.providerPaymentId, providerPaymentId ?? ''))

/** The order first, its payments in a statement of their own: what is read after a lock cannot be older than it. Both travel together. */
async function lockOrderAndPayments(tx: Tx, provider: ProviderName, { paymentId, providerPaymentId }: PaymentState) {
  const which = { provider, paymentId, providerPaymentId: paymentId ? null : (providerPaymentId ?? '') }
  const locking = lockOrderOf(tx, which)
  const reading = lockPaymentsOf(tx, which)
  reading.catch(() => {})
  const order = asLocked(await locking)
  return order ? { order, all: (await reading).map(asPaymentRow) } : null
}

type Which = { provider: ProviderName; paymentId: PaymentId | null; providerPaymentId: string | null }

/** A payment never changes its order. */
const orderIdOf = ({ provider, paymentId, providerPaymentId }: { [Name in keyof Which]: Placeholder }) => sql`(
  select order_id from payments where id = ${paymentId}::uuid and provider = ${provider}
  union all select order_id from payments where provider = ${provider} and provider_payment_id = ${providerPaymentId} limit 1)`

const lockOrderOf = statement<Parameters<typeof asLocked>[0][number], Which>((which) => lockWhere(sql`o.id = ${orderIdOf(which)}`))

type PaymentJson = Omit<PaymentRow, 'createdAt' | 'updatedAt'> & { createdAt: string; updatedAt: string }

const lockPaymentsOf = statement<PaymentJson, Which>(
  (which) => sql`
    select id, order_id as "orderId", provider, provider_payment_id as "providerPaymentId", status, currency, amount_minor as "amountMinor",
      authorized_minor as "authorizedMinor", captured_minor as "capturedMinor", refunded_minor as "refundedMinor",
      disputed_minor as "disputedMinor", action_url as "actionUrl", created_at as "createdAt", updated_at as "updatedAt"
    from payments where order_id = ${orderIdOf(which)} order by id for no key update`,
)

const asPaymentRow = ({ createdAt, updatedAt, ...row }: PaymentJson): PaymentRow => ({
  ...row,
  createdAt: new Date(createdAt),
  updatedAt: new Date(updatedAt),
})

const isPaymentOf = (payment: PaymentRow, { paymentId, providerPaymentId }: PaymentState) =>
  paymentId ? payment.id === paymentId : payment.providerPaymentId === providerPaymentId

/** The payment and the attempts that still wait for an outcome, in one statement, sent at once. */
function savePayment(tx: Tx, { id, providerPaymentId, status, actionUrl, ...amounts }: PaymentRow, { declineCode }: PaymentState): Promise<unknown> {
  const { authorizedMinor, capturedMinor, refundedMinor, disputedMinor } = amounts
  const attempt = { outcome: outcomeOf(status), declineCode: status === 'failed' ? (declineCode ?? 'cancelled') : null }
  return updatePayment(tx, { id, providerPaymentId, status, authorizedMinor, capturedMinor, refundedMinor, disputedMinor, actionUrl, ...attempt })
}

type Saved = Pick<
  PaymentRow,
  'id' | 'providerPaymentId' | 'status' | 'authorizedMinor' | 'capturedMinor' | 'refundedMinor' | 'disputedMinor' | 'actionUrl'
>

const updatePayment = statement<never, Saved & { outcome: string; declineCode: string | null }>(
  (saved) => sql`
    with attempted as (
      update payment_attempts set outcome = ${saved.outcome}, decline_code = ${saved.declineCode}, updated_at = now()
      where payment_id = ${saved.id} and outcome not in ('paid', 'declined')
    )
    update payments set provider_payment_id = ${saved.providerPaymentId}, status = ${saved.status}, authorized_minor = ${saved.authorizedMinor},
      captured_minor = ${saved.capturedMinor}, refunded_minor = ${saved.refundedMinor}, disputed_minor = ${saved.disputedMinor},
      action_url = ${saved.actionUrl}, updated_at = now()
    where id = ${saved.id}`,
)

function outcomeOf(status: PaymentRow['status']): 'paid' | 'declined' | 'processing' | 'requires_action' {
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

const whyOf = (result: 'already' | 'unfulfillable', { status }: LockedOrder): string => {
  if (result === 'already') return 'The order was already paid.'
  return status === 'cancelled' ? 'The order was cancelled before.' : 'The items were no longer available.'
}

/** Written here, sent to the provider afterwards by `sendRefunds`. */
async function giveBack(tx: Tx, payment: PaymentRow, why: string, status: LockedOrder['status'], actor: Actor): Promise<void> {
  const amountMinor = payment.capturedMinor - payment.refundedMinor
  if (amountMinor === 0) return
  const { orderId, currency } = payment
  const refundId = newId()
  await tx.insert(refunds).values({ id: refundId, orderId, paymentId: payment.id, amountMinor, currency, reason: why, isSurplus: true })
  publish(tx, { type: 'refund.requested', refundId, orderId })
  await note(tx, orderId, status, `A payment of ${inWords(amountMinor, currency)} is being returned. ${why}`, actor)
}

type Change = { before: PaymentRow[]; after: PaymentRow[]; outsideMinor: number }

/**
 * The order's payment status, with a line of history each time money went back and when it was disputed. `order.refunded` comes the first time
 * money went back and each time somebody gave it back at the provider; what the shop gives back later has `refund.requested`.
 */
async function saveOrderPayment(tx: Tx, order: LockedOrder, { before, after, outsideMinor }: Change, actor: Actor) {
  const next = paymentStatusOf(order.totalMinor, after)
  if (next !== order.paymentStatus) await tx.update(orders).set({ paymentStatus: next }).where(eq(orders.id, order.id))

  const isRefunded = (list: PaymentRow[]) => ['partially_refunded', 'refunded'].includes(paymentStatusOf(order.totalMinor, list.map(undisputed)))
  const isDisputed = (list: PaymentRow[]) => list.some((payment) => payment.disputedMinor > 0)
  const ownMinor = refundedMinorOf(after) - refundedMinorOf(before) - outsideMinor
  if (ownMinor > 0) await note(tx, order.id, order.status, `${inWords(ownMinor, order.currency)} was returned.`, actor)
  if (outsideMinor > 0)
    await note(tx, order.id, order.status, `${inWords(outsideMinor, order.currency)} was returned at the payment provider.`, actor)
  if (isRefunded(after) && (outsideMinor > 0 || !isRefunded(before))) {
    publish(tx, { type: 'order.refunded', orderId: order.id, orderNumber: order.orderNumber })
  }
  if (isDisputed(after) && !isDisputed(before)) await note(tx, order.id, order.status, 'The bank has disputed the payment.', actor)
}

const refundedMinorOf = (list: PaymentRow[]) => list.reduce((sum, payment) => sum + payment.refundedMinor, 0)

const undisputed = (payment: PaymentRow): PaymentRow => ({ ...payment, disputedMinor: 0 })

async function note(tx: Tx, orderId: OrderId, status: LockedOrder['status'], text: string, actor: Actor): Promise<void> {
  await tx.insert(orderStatusHistory).values({ id: newId(), orderId, status, note: text, createdBy: historyActor(actor) })
}

const inWords = (amountMinor: number, currency: string) => formatMoney(money(amountMinor, currency), 'en-US')
