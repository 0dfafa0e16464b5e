import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { payments, refunds } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { logger } from '@/lib/platform/logger'
import { isConfigured, providerOf } from '@/lib/platform/payments/providers'
import { settlePayment } from './settle-payment'

/**
 * Sends the refunds that were decided, each under its own id as the provider's key: sent twice it is paid back once. What gets no
 * answer stays `requested` and is sent again; what the provider refuses for good is `failed` and logged for a person to look at.
 * Returns how many were sent.
 */
export async function sendRefunds(ctx: Ctx): Promise<number> {
  let sent = 0
  let unanswered = 0
  for (const refund of await requestedRefunds()) {
    if (!isConfigured(refund.provider)) continue
    const result = await sendRefund(ctx, refund)
    if (result === 'sent') sent++
    if (result === 'unanswered') unanswered++
    if (unanswered >= MAX_UNANSWERED) break
  }
  return sent
}

/** A provider that is down is not waited for a hundred times in one turn. */
const MAX_UNANSWERED = 3

type Requested = Awaited<ReturnType<typeof requestedRefunds>>[number]

const requestedRefunds = () =>
  database()
    .select({
      id: refunds.id,
      amountMinor: refunds.amountMinor,
      paymentId: payments.id,
      provider: payments.provider,
      providerPaymentId: payments.providerPaymentId,
    })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(and(eq(refunds.status, 'requested'), isNotNull(payments.providerPaymentId)))
    .orderBy(asc(refunds.updatedAt))
    .limit(100)

async function sendRefund(
  ctx: Ctx,
  { id, amountMinor, paymentId, provider, providerPaymentId }: Requested,
): Promise<'sent' | 'refused' | 'unanswered'> {
  const answer = await providerOf(provider).refund({ refundId: id, providerPaymentId: providerPaymentId ?? '', amountMinor })
  if (answer === 'unknown') {
    // Asked: the next turn takes others first.
    await database().update(refunds).set({ updatedAt: new Date() }).where(eq(refunds.id, id))
    return 'unanswered'
  }
  if (answer === 'refused') {
    logger.error({ requestId: ctx.requestId, refundId: id, paymentId }, 'the provider refused a refund; give the money back by hand')
    await database().update(refunds).set({ status: 'failed' }).where(eq(refunds.id, id))
    return 'refused'
  }
  await transaction(async (tx) => {
    await settlePayment(tx, provider, { ...answer.state, paymentId }, ctx.actor)
    await tx
      .update(refunds)
      .set({ status: 'sent', sentAt: new Date(), providerRefundId: answer.providerRefundId })
      .where(and(eq(refunds.id, id), eq(refunds.status, 'requested')))
  })
  return 'sent'
}
