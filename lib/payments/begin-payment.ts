import { and, eq, inArray, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { paymentAttempts, payments } from '@/db/schema/payments'
import { statement } from '@/db/statement'
import { along, transaction } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'
import { newId, type OrderId, type PaymentId } from '@/lib/core/ids'
import { type LockedOrder, lockOrder } from '@/lib/orders/lock-order'
import { type Claim, claimKey } from '@/lib/platform/idempotency/idempotency'
import type { ProviderName } from '@/lib/platform/payments/provider'
import { type PaymentRow, unsettled } from './merge-state'

/** What the first step left: the order as it was under its lock, and the payment if one could be made. */
export type Begun = { isClaimed: boolean; order: LockedOrder; paymentId: PaymentId | null }

/**
 * Writes idempotency key, payment and attempt before anybody outside is called, so that a crash leaves a trace that the sweep can follow.
 * The order's lock makes two payments at the same time one after the other. Nothing is decided in between, so that all of it is one
 * message to Postgres: the statement itself knows when no payment may be made, and `requireStep` says why. Two statements.
 */
export async function beginPayment(orderId: OrderId, provider: ProviderName, claim: Claim): Promise<Begun> {
  const paymentId = newId<PaymentId>()
  const { locking, making } = await transaction(async (tx) => ({
    locking: along(tx, lockOrder(tx, orderId)),
    making: along(tx, claimAndMake(tx, { ...claim, orderId, provider, paymentId, attemptId: newId() })),
  }))
  const order = await locking
  if (!order) throw new DomainError('not_found')
  const [made] = await making
  return { isClaimed: made?.is_claimed ?? false, order, paymentId: made?.is_made ? paymentId : null }
}

type Made = { is_claimed: boolean; is_made: boolean }

const claimAndMake = statement<Made, Claim & { orderId: OrderId; provider: ProviderName; paymentId: PaymentId; attemptId: string }>(
  ({ orderId, provider, paymentId, attemptId, principal, operation, key, requestHash }) => sql`
    with ${claimKey({ principal, operation, key, requestHash })}, made as (
      insert into payments (id, order_id, provider, currency, amount_minor)
      select ${paymentId}::uuid, o.id, ${provider}, o.currency, o.total_minor from orders o, claimed
      where o.id = ${orderId} and o.status = 'pending' and o.reserved_until > clock_timestamp()
        and not exists (select from payments where order_id = ${orderId} and status in ${unsettled})
      returning id
    ), attempted as (
      insert into payment_attempts (id, order_id, payment_id, outcome) select ${attemptId}::uuid, ${orderId}::uuid, id, 'running' from made
    )
    select exists (select from claimed) as is_claimed, exists (select from made) as is_made`,
)

export type Step =
  | { kind: 'paid' }
  /** A payment of this order has no outcome yet; the provider has to be asked before another one is made. */
  | { kind: 'unsettled'; payment: PaymentRow }
  | { kind: 'new'; paymentId: PaymentId; amountMinor: number; currency: string }
  /** It changed between two statements: begin again. */
  | { kind: 'again' }

/** What has to be done next. No statement, or one when no payment was made. @throws not_payable */
export async function requireStep({ order, paymentId }: Begun): Promise<Step> {
  if (paymentId) return { kind: 'new', paymentId, amountMinor: order.totalMinor, currency: order.currency }
  if (['paid', 'shipped', 'delivered'].includes(order.status)) return { kind: 'paid' }
  requirePayable(order)
  const [payment] = await database()
    .select()
    .from(payments)
    .where(and(eq(payments.orderId, order.id), inArray(payments.status, [...unsettled])))
    .limit(1)
  return payment ? { kind: 'unsettled', payment } : { kind: 'again' }
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
