import type Stripe from 'stripe'
import { logger } from '@/lib/platform/logger'
import { type NewPayment, type PaymentProvider, type PaymentState, PROVIDER_TIMEOUT_MS } from './provider'
import { readStripeEvent } from './stripe-events'
import { stateOfIntent, stateOfSession } from './stripe-states'

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
      return readStripeEvent(await stripe(), options.webhookSecret, rawBody, headers.get('stripe-signature') ?? '')
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
