import type Stripe from 'stripe'
import { PaymentId } from '@/lib/core/ids'
import type { PaymentState } from './provider'

const blank = {
  authorizedMinor: 0,
  capturedMinor: 0,
  refundedMinor: 0,
  disputedMinor: 0,
  actionUrl: null,
  clientSecret: null,
  declineCode: null,
} as const

const statusOfIntent: Record<Stripe.PaymentIntent.Status, PaymentState['status']> = {
  // After a decline Stripe goes back to the first: the same intent can be tried with another card.
  requires_payment_method: 'open',
  requires_confirmation: 'open',
  requires_action: 'requires_action',
  processing: 'processing',
  requires_capture: 'authorized',
  succeeded: 'captured',
  canceled: 'failed',
}

/** A Payment Intent; refunds are known when its latest charge came with it. */
export function stateOfIntent(intent: Stripe.PaymentIntent): PaymentState {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null
  return {
    ...blank,
    providerPaymentId: intent.id,
    paymentId: paymentIdOf(intent.metadata),
    status: statusOfIntent[intent.status] ?? 'processing',
    authorizedMinor: intent.amount_received + (intent.amount_capturable ?? 0),
    capturedMinor: intent.amount_received,
    refundedMinor: charge?.amount_refunded ?? 0,
    clientSecret: intent.client_secret,
    declineCode: intent.last_payment_error?.decline_code ?? intent.last_payment_error?.code ?? null,
  }
}

/** A hosted page. Once it is paid the payment is known by its Payment Intent. */
export function stateOfSession(session: Stripe.Checkout.Session): PaymentState {
  const intent = session.payment_intent
  const isPaid = session.payment_status === 'paid'
  const paidMinor = isPaid ? (session.amount_total ?? 0) : 0
  const status = isPaid ? 'captured' : session.status === 'expired' ? 'failed' : session.status === 'complete' ? 'processing' : 'requires_action'
  return {
    ...blank,
    providerPaymentId: (typeof intent === 'object' ? intent?.id : intent) ?? session.id,
    paymentId: paymentIdOf(session.metadata),
    status,
    authorizedMinor: paidMinor,
    capturedMinor: paidMinor,
    actionUrl: session.url,
  }
}

export function stateOfCharge(charge: Stripe.Charge): PaymentState {
  const intent = charge.payment_intent
  return {
    ...blank,
    providerPaymentId: (typeof intent === 'object' ? intent?.id : intent) ?? charge.id,
    paymentId: paymentIdOf(charge.metadata),
    status: charge.captured ? 'captured' : charge.status === 'succeeded' ? 'authorized' : 'processing',
    authorizedMinor: charge.status === 'succeeded' ? charge.amount : 0,
    capturedMinor: charge.amount_captured,
    refundedMinor: charge.amount_refunded,
  }
}

/** A dispute says nothing about captures; those are merged from the other events. */
export function stateOfDispute(dispute: Stripe.Dispute): PaymentState {
  const intent = dispute.payment_intent
  const charge = typeof dispute.charge === 'string' ? dispute.charge : dispute.charge.id
  return {
    ...blank,
    providerPaymentId: (typeof intent === 'object' ? intent?.id : intent) ?? charge,
    paymentId: null,
    status: 'open',
    disputedMinor: dispute.status === 'won' || dispute.status === 'warning_closed' ? 0 : dispute.amount,
  }
}

const paymentIdOf = (metadata: Stripe.Metadata | null): PaymentId | null => PaymentId.safeParse(metadata?.payment_id).data ?? null
