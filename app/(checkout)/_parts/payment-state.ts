import { isDomainError } from '@/lib/core/errors'
import { checkPayment } from '@/lib/payments/check-payment'
import type { OrderRequest } from './order-request'

/** How paying stands, for somebody who looks at an order that is not paid. */
export type PaymentState =
  | { kind: 'paid' }
  /** The bank or the provider has not decided yet. */
  | { kind: 'waiting' }
  /** The bank wants to be asked by the shopper. */
  | { kind: 'challenge'; actionUrl: string }
  | { kind: 'declined'; message: string }
  | { kind: 'open' }

/** Asks the provider about the newest payment, so that a page that is come back to is never behind. */
export async function paymentState({ ctx, ref }: Pick<OrderRequest, 'ctx' | 'ref'>): Promise<PaymentState> {
  try {
    const { outcome, action_url: actionUrl } = await checkPayment(ctx, ref)
    if (outcome === 'paid') return { kind: 'paid' }
    if (outcome === 'processing') return { kind: 'waiting' }
    return actionUrl ? { kind: 'challenge', actionUrl } : { kind: 'open' }
  } catch (error) {
    if (isDomainError(error) && error.code === 'payment_declined') return { kind: 'declined', message: error.message }
    throw error
  }
}
