import type { PaymentId } from '@/lib/core/ids'
import type { PaymentState } from '@/lib/platform/payments/provider'

/** The state of a payment that the provider has never heard of and never will: it ends without a charge. */
export const neverMade = (paymentId: PaymentId, declineCode = 'cancelled'): PaymentState => ({
  providerPaymentId: null,
  paymentId,
  status: 'failed',
  authorizedMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  disputedMinor: 0,
  actionUrl: null,
  clientSecret: null,
  declineCode,
})
