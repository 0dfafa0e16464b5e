import type { PaymentState } from '@/lib/platform/payments/provider'
import { declined } from './decline-messages'
import type { PaymentResult } from './schemas'

/** What a payment came to, for the person who pays. */
export type Outcome = Omit<PaymentResult, 'order'>

export const paid: Outcome = { outcome: 'paid', action_url: null, client_secret: null }
export const processing: Outcome = { outcome: 'processing', action_url: null, client_secret: null }

/** @throws payment_declined */
export function outcomeOf(state: PaymentState): Outcome {
  switch (state.status) {
    case 'captured':
      return paid
    case 'failed':
      throw declined(state.declineCode ?? 'card_declined')
    case 'open':
    case 'requires_action':
      return { outcome: 'requires_action', action_url: state.actionUrl, client_secret: state.clientSecret }
    case 'processing':
    case 'authorized':
      return processing
  }
}
