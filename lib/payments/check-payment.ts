import { desc, eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { payments } from '@/db/schema/payments'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { requireOrder } from '@/lib/orders/require-order'
import type { OrderRef } from '@/lib/orders/schemas'
import { providerOf } from '@/lib/platform/payments/providers'
import { type Outcome, outcomeOf, paid, processing } from './outcome'
import type { PaymentResult } from './schemas'
import { settlePayment } from './settle-payment'

/**
 * What became of the newest payment of an order, for the page that a shopper comes back to: asks the provider and settles.
 * Without an answer it says `processing`; webhook and sweep find out later.
 * @throws not_found, payment_declined when the newest payment failed.
 */
export async function checkPayment(ctx: Ctx, ref: OrderRef): Promise<PaymentResult> {
  const order = await requireOrder(ctx, ref)
  const outcome = await newestOutcome(ctx, order.id)
  return { ...outcome, order: await requireOrder(ctx, ref) }
}

async function newestOutcome(ctx: Ctx, orderId: typeof payments.$inferSelect.orderId): Promise<Outcome> {
  const [payment] = await database().select().from(payments).where(eq(payments.orderId, orderId)).orderBy(desc(payments.id)).limit(1)
  if (!payment) return { outcome: 'requires_action', action_url: null, client_secret: null }
  if (payment.status === 'captured') return paid
  const state = await providerOf(payment.provider).findPayment({ paymentId: payment.id, providerPaymentId: payment.providerPaymentId })
  if (state === 'unknown' || state === 'missing') return processing
  await transaction((tx) => settlePayment(tx, payment.provider, { ...state, paymentId: payment.id }, ctx.actor))
  return outcomeOf(state)
}
