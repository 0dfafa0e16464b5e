import { z } from 'zod'
import { DomainError } from '@/lib/core/errors'
import { PaymentId } from '@/lib/core/ids'
import { logger } from '@/lib/platform/logger'
import { callJson } from './json-call'
import { type PaymentProvider, type PaymentState, PROVIDER_TIMEOUT_MS } from './provider'
import { isSignatureValid, signatureOf } from './signature'

export type TestProviderOptions = { url: string; secret: string; timeoutMs?: number }

/** The built-in provider of `local/test-payments`, over HTTP. */
export function testProvider({ url, secret, timeoutMs = PROVIDER_TIMEOUT_MS }: TestProviderOptions): PaymentProvider {
  return {
    name: 'test',

    async createPayment(payment) {
      const reply = await call('POST', '/payments', {
        reference: payment.paymentId,
        order_number: payment.orderNumber,
        amount: payment.amountMinor,
        currency: payment.currency,
        return_url: payment.returnUrl,
        card: payment.card,
      })
      if (reply === 'unknown' || reply === 'unavailable') return reply
      if (reply.status !== 200) return 'unavailable'
      return stateOf(Payment.parse(reply.json))
    },

    findPayment: ({ paymentId }) => lookUp('GET', `/payments/${paymentId}`),

    cancelPayment: ({ paymentId }) => lookUp('POST', `/payments/${paymentId}/cancellation`),

    async refund({ refundId, providerPaymentId, amountMinor }) {
      const reply = await call('POST', `/payments/${providerPaymentId}/refunds`, { key: refundId, amount: amountMinor })
      if (reply === 'unknown' || reply === 'unavailable') return 'unknown'
      if (reply.status === 402 || reply.status === 404) return 'refused'
      if (reply.status !== 200) return 'unknown'
      const { id, payment } = z.object({ id: z.string(), payment: Payment }).parse(reply.json)
      return { providerRefundId: id, state: stateOf(payment) }
    },

    async verifyWebhook(rawBody, headers) {
      if (!isSignatureValid(secret, rawBody, headers.get('x-signature'))) throw new DomainError('signature_invalid')
      const event = Event.safeParse(jsonOrNull(rawBody))
      if (!event.success) throw new DomainError('malformed', { detail: 'The body is not an event of the test provider.' })
      return { eventId: event.data.id, kind: event.data.kind, state: stateOf(event.data.payment) }
    },
  }

  async function lookUp(method: 'GET' | 'POST', path: string): Promise<PaymentState | 'unknown' | 'missing'> {
    const reply = await call(method, path)
    if (reply === 'unknown' || reply === 'unavailable') return 'unknown'
    if (reply.status === 404) return 'missing'
    return reply.status === 200 ? stateOf(Payment.parse(reply.json)) : 'unknown'
  }

  async function call(method: 'GET' | 'POST', path: string, json?: unknown): Promise<{ status: number; json: unknown } | 'unknown' | 'unavailable'> {
    const body = json === undefined ? '' : JSON.stringify(json)
    try {
      const headers = { 'content-type': 'application/json', 'x-signature': signatureOf(secret, `${method} ${path}\n${body}`) }
      const { status, text } = await callJson(url + path, { method, headers, timeoutMs, ...(method === 'GET' ? {} : { body }) })
      const reply = { status, json: JSON.parse(text) as unknown }
      // A 5xx may have happened before or after the payment was made.
      if (reply.status >= 500) return 'unknown'
      if (reply.status >= 400 && reply.status !== 402 && reply.status !== 404)
        logger.error({ status: reply.status, path }, 'the test provider refused a call')
      return reply
    } catch (error) {
      logger.warn({ err: error, path }, 'the test provider did not answer')
      return wasNeverSent(error) ? 'unavailable' : 'unknown'
    }
  }
}

/** Only a connection that could not be opened proves that nothing was sent. */
function wasNeverSent(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && (cause.code === 'ECONNREFUSED' || cause.code === 'ENOTFOUND' || cause.code === 'UND_ERR_CONNECT_TIMEOUT')) return true
  }
  return false
}

const Amount = z.number().int().min(0)

const Payment = z.object({
  id: z.string().max(100),
  reference: z.string().max(100),
  status: z.enum(['requires_action', 'processing', 'captured', 'declined', 'cancelled']),
  authorized: Amount,
  captured: Amount,
  refunded: Amount,
  disputed: Amount,
  decline_code: z.string().nullable(),
  action_url: z.string().nullish(),
})

const Event = z.object({ id: z.string().max(100), kind: z.string().max(100), created: z.number(), payment: Payment })

function stateOf(payment: z.infer<typeof Payment>): PaymentState {
  return {
    providerPaymentId: payment.id,
    paymentId: PaymentId.safeParse(payment.reference).data ?? null,
    status: payment.status === 'declined' || payment.status === 'cancelled' ? 'failed' : payment.status,
    authorizedMinor: payment.authorized,
    capturedMinor: payment.captured,
    refundedMinor: payment.refunded,
    disputedMinor: payment.disputed,
    actionUrl: payment.action_url ?? null,
    clientSecret: null,
    declineCode: payment.decline_code,
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
