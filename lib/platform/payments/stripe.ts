import type Stripe from 'stripe'
import { DomainError } from '@/lib/core/errors'
import { logger } from '@/lib/platform/logger'
import { type NewPayment, type PaymentProvider, type PaymentState, PROVIDER_TIMEOUT_MS, type WebhookEvent } from './provider'
import { SIGNATURE_TOLERANCE_SECONDS } from './signature'
import { stateOfCharge, stateOfDispute, stateOfIntent, stateOfSession } from './stripe-states'

export type StripeProviderOptions = {
  secretKey: string
  webhookSecret?: string
  /** Another address than Stripe's own, for a local fake. */
  apiUrl?: string
  timeoutMs?: number
}

/**
 * Stripe through its SDK. With fields on our page a Payment Intent is made and confirmed by the browser; without JavaScript a
 * Checkout Session on Stripe's own page. Neither charges anything when it is made, so a creation that got no answer is
 * `unavailable`: nobody holds its secret, and nobody can pay it.
 */
export function stripeProvider(options: StripeProviderOptions): PaymentProvider {
  let opened: Promise<Stripe> | undefined
  const stripe = () => {
    opened ??= openStripe(options)
    return opened
  }

  return {
    name: 'stripe',

    async createPayment(payment) {
      try {
        return payment.isHosted ? await createSession(await stripe(), payment) : await createIntent(await stripe(), payment)
      } catch (error) {
        logger.error({ err: error, paymentId: payment.paymentId }, 'Stripe could not make a payment')
        return 'unavailable'
      }
    },

    async findPayment({ providerPaymentId }) {
      if (providerPaymentId === null) return 'missing'
      const client = await stripe()
      return orUnknown(() => (isSession(providerPaymentId) ? findSession(client, providerPaymentId) : findIntent(client, providerPaymentId)))
    },

    async cancelPayment({ providerPaymentId }) {
      if (providerPaymentId === null) return 'missing'
      const client = await stripe()
      return orUnknown(
        async () => {
          if (isSession(providerPaymentId)) return stateOfSession(await client.checkout.sessions.expire(providerPaymentId))
          return stateOfIntent(await client.paymentIntents.cancel(providerPaymentId, {}, { idempotencyKey: `cancel-${providerPaymentId}` }))
        },
        async () => (isSession(providerPaymentId) ? findSession(client, providerPaymentId) : findIntent(client, providerPaymentId)),
      )
    },

    async refund({ refundId, providerPaymentId, amountMinor }) {
      const client = await stripe()
      try {
        const refund = await client.refunds.create(
          { payment_intent: providerPaymentId, amount: amountMinor, metadata: { refund_id: refundId } },
          { idempotencyKey: refundId },
        )
        if (refund.status === 'failed' || refund.status === 'canceled') return 'refused'
        return { providerRefundId: refund.id, state: await findIntent(client, providerPaymentId) }
      } catch (error) {
        logger.warn({ err: error, refundId }, 'Stripe did not refund')
        return isRefusal(error) ? 'refused' : 'unknown'
      }
    },

    async verifyWebhook(rawBody, headers) {
      const event = await verifiedEvent(await stripe(), options.webhookSecret, rawBody, headers.get('stripe-signature') ?? '')
      return eventOf(event)
    },
  }
}

async function openStripe({ secretKey, apiUrl, timeoutMs = PROVIDER_TIMEOUT_MS }: StripeProviderOptions): Promise<Stripe> {
  // Loaded at first use, so that a shop without Stripe does not carry it in memory.
  const { default: StripeSdk } = await import('stripe')
  const address = apiUrl ? new URL(apiUrl) : null
  return new StripeSdk(secretKey, {
    timeout: timeoutMs,
    // Ours repeat with the same key; a hidden second try would double the time a shopper waits.
    maxNetworkRetries: 0,
    telemetry: false,
    ...(address ? { host: address.hostname, port: address.port || undefined, protocol: address.protocol === 'http:' ? 'http' : 'https' } : {}),
  })
}

async function createIntent(client: Stripe, payment: NewPayment): Promise<PaymentState> {
  const intent = await client.paymentIntents.create(
    {
      amount: payment.amountMinor,
      currency: payment.currency.toLowerCase(),
      automatic_payment_methods: { enabled: true },
      description: `Order ${payment.orderNumber}`,
      receipt_email: payment.email,
      metadata: metadataOf(payment),
    },
    { idempotencyKey: payment.paymentId },
  )
  return stateOfIntent(intent)
}

async function createSession(client: Stripe, payment: NewPayment): Promise<PaymentState> {
  const session = await client.checkout.sessions.create(
    {
      mode: 'payment',
      customer_email: payment.email,
      client_reference_id: payment.paymentId,
      success_url: payment.returnUrl,
      cancel_url: payment.returnUrl,
      metadata: metadataOf(payment),
      payment_intent_data: { metadata: metadataOf(payment), description: `Order ${payment.orderNumber}` },
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: payment.currency.toLowerCase(),
            unit_amount: payment.amountMinor,
            product_data: { name: `Order ${payment.orderNumber}` },
          },
        },
      ],
    },
    { idempotencyKey: payment.paymentId },
  )
  return stateOfSession(session)
}

const metadataOf = ({ paymentId, orderNumber }: NewPayment) => ({ payment_id: paymentId, order_number: orderNumber })

async function findIntent(client: Stripe, id: string): Promise<PaymentState> {
  const intent = await client.paymentIntents.retrieve(id, { expand: ['latest_charge'] })
  const charge = intent.latest_charge
  const isDisputed = charge !== null && typeof charge === 'object' && charge.disputed
  const disputes = isDisputed ? await client.disputes.list({ payment_intent: id, limit: 10 }) : null
  const disputedMinor = (disputes?.data ?? []).reduce((sum, dispute) => sum + dispute.amount, 0)
  return { ...stateOfIntent(intent), disputedMinor }
}

async function findSession(client: Stripe, id: string): Promise<PaymentState> {
  const session = await client.checkout.sessions.retrieve(id)
  const intent = session.payment_intent
  if (intent === null) return stateOfSession(session)
  return findIntent(client, typeof intent === 'string' ? intent : intent.id)
}

const isSession = (providerPaymentId: string) => providerPaymentId.startsWith('cs_')

/** `otherwise` looks again when Stripe refuses the call itself, for example to cancel what is already paid. */
async function orUnknown(call: () => Promise<PaymentState>, otherwise?: () => Promise<PaymentState>): Promise<PaymentState | 'unknown' | 'missing'> {
  try {
    return await call()
  } catch (error) {
    if (isMissing(error)) return 'missing'
    if (otherwise && isRefusal(error)) return orUnknown(otherwise)
    logger.warn({ err: error }, 'Stripe did not answer')
    return 'unknown'
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'resource_missing'

/** The request reached Stripe and was turned down for good; rate limits and wrong keys are not that. */
const isRefusal = (error: unknown) => error instanceof Error && 'type' in error && error.type === 'StripeInvalidRequestError'

async function verifiedEvent(client: Stripe, secret: string | undefined, rawBody: string, signature: string): Promise<Stripe.Event> {
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

function eventOf(event: Stripe.Event): WebhookEvent | null {
  const state = stateOfEvent(event)
  return state && { eventId: event.id, kind: event.type, state }
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
