import type { PaymentId } from '@/lib/core/ids'

export type ProviderName = 'test' | 'stripe'

/** What a provider knows about one payment. Amounts are cumulative minor units, so that states may repeat and arrive in any order. */
export type PaymentState = {
  /** Null when the provider has never heard of it. */
  providerPaymentId: string | null
  /** Our id, which the provider was given at creation; null when its message does not carry it. */
  paymentId: PaymentId | null
  status: 'open' | 'requires_action' | 'processing' | 'authorized' | 'captured' | 'failed'
  authorizedMinor: number
  capturedMinor: number
  refundedMinor: number
  disputedMinor: number
  /** Where the shopper has to go. */
  actionUrl: string | null
  /** For Stripe's Payment Element. Never stored. */
  clientSecret: string | null
  declineCode: string | null
}

/** A card for the test provider. Real cards never reach the shop: with Stripe the browser talks to Stripe. */
type TestCard = { number: string; expiry: string; cvc: string }

export type NewPayment = {
  /** Our id: the provider's reference and the idempotency key of the call. */
  paymentId: PaymentId
  orderNumber: string
  amountMinor: number
  currency: string
  /** Where the provider sends the shopper afterwards. */
  returnUrl: string
  email: string
  card: TestCard | null
  /** A page of the provider's own instead of fields on ours: for people without JavaScript. */
  isHosted: boolean
}

/** `providerPaymentId` is null as long as the provider has not answered. */
type PaymentRef = { paymentId: PaymentId; providerPaymentId: string | null }

/** `unknown`: no answer in time, it may have happened. It is looked up later and never guessed. */
type Unknown = 'unknown'

export type WebhookEvent = { eventId: string; kind: string; state: PaymentState }

/** Each call outside takes at most this long and carries an idempotency key of its own. */
export const PROVIDER_TIMEOUT_MS = 10_000

export type PaymentProvider = {
  name: ProviderName
  /** `unavailable`: the provider was certainly not reached, so nothing was charged. */
  createPayment(payment: NewPayment): Promise<PaymentState | Unknown | 'unavailable'>
  /** `missing`: the provider has never heard of it. */
  findPayment(ref: PaymentRef): Promise<PaymentState | Unknown | 'missing'>
  /** Ends a payment that nobody has paid yet. One that is paid stays paid and is returned as it is; a missing one can no longer be made. */
  cancelPayment(ref: PaymentRef): Promise<PaymentState | Unknown | 'missing'>
  /** `refused`: the provider will never make this refund. */
  refund(refund: {
    refundId: string
    providerPaymentId: string
    amountMinor: number
  }): Promise<{ providerRefundId: string; state: PaymentState } | Unknown | 'refused'>
  /** The event of a webhook, or null for a kind that means nothing here. @throws signature_invalid, malformed */
  verifyWebhook(rawBody: string, headers: Headers): Promise<WebhookEvent | null>
}
