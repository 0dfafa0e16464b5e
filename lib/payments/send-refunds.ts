import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { database } from '@/db/client'
import { payments, refunds } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { logger } from '@/lib/platform/logger'
import type { ProviderName } from '@/lib/platform/payments/provider'
import { isConfigured, providerOf } from '@/lib/platform/payments/providers'
import { settlePayment } from './settle-payment'

/**
 * Sends the refunds that were decided, each under its own id as the provider's key: sent twice it is paid back once. What gets no
 * answer stays `requested` and is sent again; what the provider refuses for good is `failed` and logged for a person to look at.
 * Returns how many were sent.
 */
export async function sendRefunds(ctx: Ctx): Promise<number> {
  let sent = 0
  for (const refund of await requestedRefunds()) {
    if (isConfigured(refund.provider) && (await sendRefund(ctx, refund))) sent++
  }
  return sent
}

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
    .orderBy(asc(refunds.createdAt))
    .limit(100)

async function sendRefund(ctx: Ctx, { id, amountMinor, paymentId, provider, providerPaymentId }: Requested): Promise<boolean> {
  const answer = await providerOf(provider as ProviderName).refund({ refundId: id, providerPaymentId: providerPaymentId ?? '', amountMinor })
  if (answer === 'unknown') return false
  if (answer === 'refused') {
    logger.error({ requestId: ctx.requestId, refundId: id, paymentId }, 'the provider refused a refund; give the money back by hand')
    await database().update(refunds).set({ status: 'failed' }).where(eq(refunds.id, id))
    return false
  }
  await transaction(async (tx) => {
    await settlePayment(tx, provider, { ...answer.state, paymentId }, ctx.actor)
    await tx
      .update(refunds)
      .set({ status: 'sent', sentAt: new Date(), providerRefundId: answer.providerRefundId })
      .where(and(eq(refunds.id, id), eq(refunds.status, 'requested')))
  })
  return true
}
