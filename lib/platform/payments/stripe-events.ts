import type Stripe from 'stripe'
import { DomainError } from '@/lib/core/errors'
import type { PaymentState, WebhookEvent } from './provider'
import { SIGNATURE_TOLERANCE_SECONDS } from './signature'
import { stateOfCharge, stateOfDispute, stateOfIntent, stateOfSession } from './stripe-states'

/** A webhook of Stripe, or null for a kind that says nothing about a payment. @throws signature_invalid, malformed, unavailable without a secret */
export function readStripeEvent(client: Stripe, secret: string | undefined, rawBody: string, signature: string): WebhookEvent | null {
  const event = verifiedEvent(client, secret, rawBody, signature)
  const state = stateOfEvent(event)
  return state && { eventId: event.id, kind: event.type, state }
}

function verifiedEvent(client: Stripe, secret: string | undefined, rawBody: string, signature: string): Stripe.Event {
  if (!secret) throw new DomainError('unavailable', { detail: 'STRIPE_WEBHOOK_SECRET is not set in this shop.', retryAfterSeconds: 600 })
  // The SDK refuses old messages, but takes those from the future.
  const sentAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1] ?? Number.NaN)
  const isFuture = !(sentAt <= Date.now() / 1_000 + SIGNATURE_TOLERANCE_SECONDS)
  if (isFuture) throw new DomainError('signature_invalid')
  try {
    return client.webhooks.constructEvent(rawBody, signature, secret, SIGNATURE_TOLERANCE_SECONDS)
  } catch (error) {
    throw error instanceof SyntaxError
      ? new DomainError('malformed', { detail: 'The body is not JSON.', cause: error })
      : new DomainError('signature_invalid', { cause: error })
  }
}

function stateOfEvent(event: Stripe.Event): PaymentState | null {
  switch (event.type) {
    case 'payment_intent.created':
    case 'payment_intent.requires_action':
    case 'payment_intent.processing':
    case 'payment_intent.amount_capturable_updated':
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
      return stateOfIntent(event.data.object)
    case 'charge.succeeded':
    case 'charge.captured':
    case 'charge.refunded':
      return stateOfCharge(event.data.object)
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.closed':
      return stateOfDispute(event.data.object)
    case 'checkout.session.completed':
    case 'checkout.session.expired':
      return stateOfSession(event.data.object)
    default:
      return null
  }
}
