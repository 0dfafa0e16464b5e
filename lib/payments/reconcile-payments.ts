import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { orders } from '@/db/schema/orders'
import { payments } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { releaseAbandonedKeys } from '@/lib/platform/idempotency/idempotency'
import { isConfigured, providerOf } from '@/lib/platform/payments/providers'
import { type PaymentRow, unsettled } from './merge-state'
import { neverMade } from './never-made'
import { IN_FLIGHT_MS, waitsForShopper } from './resolve-unsettled'
import { settlePayment } from './settle-payment'

/**
 * Asks the providers what became of payments that have had no outcome for a minute, and settles them. It never guesses: without an
 * answer a payment is asked about again at the next turn. Payments of orders that can no longer be paid are cancelled.
 * Then the idempotency keys whose process died are freed. Returns how many payments got an outcome.
 */
export async function reconcilePayments(ctx: Ctx, olderThanMs = IN_FLIGHT_MS): Promise<number> {
  let settled = 0
  let unanswered = 0
  for (const { payment, isPayable } of await unsettledPayments(olderThanMs)) {
    if (!isConfigured(payment.provider)) continue
    const result = await reconcile(ctx, payment, isPayable)
    if (result === 'settled') settled++
    if (result === 'unanswered') unanswered++
    if (unanswered >= MAX_UNANSWERED) break
  }
  await releaseAbandonedKeys('payment:', olderThanMs / 1_000)
  return settled
}

/** A provider that is down is not waited for a hundred times in one turn. */
const MAX_UNANSWERED = 3

const unsettledPayments = (olderThanMs: number) =>
  database()
    .select({ payment: payments, isPayable: sql<boolean>`${orders.status} = 'pending' and ${orders.reservedUntil} > now()` })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(and(inArray(payments.status, [...unsettled]), lt(payments.updatedAt, new Date(Date.now() - olderThanMs))))
    .orderBy(asc(payments.updatedAt))
    .limit(100)

async function reconcile(ctx: Ctx, payment: PaymentRow, isPayable: boolean): Promise<'settled' | 'open' | 'unanswered'> {
  const provider = providerOf(payment.provider)
  const ref = { paymentId: payment.id, providerPaymentId: payment.providerPaymentId }
  const found = await provider.findPayment(ref)
  const mustEnd = found === 'missing' || (found !== 'unknown' && waitsForShopper(found) && !isPayable)
  const answer = mustEnd ? await provider.cancelPayment(ref) : found
  const state = answer === 'missing' ? neverMade(payment.id) : answer
  // Asked: the next turn takes others first.
  await database().update(payments).set({ updatedAt: new Date() }).where(eq(payments.id, payment.id))
  if (state === 'unknown') return 'unanswered'
  await transaction((tx) => settlePayment(tx, payment.provider, { ...state, paymentId: payment.id }, ctx.actor))
  return state.status === 'captured' || state.status === 'failed' ? 'settled' : 'open'
}
