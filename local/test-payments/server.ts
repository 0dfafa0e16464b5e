import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSignatureValid } from '@/lib/platform/payments/signature'
import { challengePage, unknownChallengePage } from './challenge-page'
import { isProviderError, providerError } from './errors'
import * as core from './payments'
import type { Store } from './store'

type Reply = { status: number; json: unknown } | { status: number; html: string } | { status: 303; location: string }

export type ServerOptions = {
  sql: Store
  secret: string
  /** Waits for the card that answers late; tests shorten it. */
  delay?: (ms: number) => Promise<unknown>
}

/**
 * The provider's HTTP side. `/payments…` is for the shop and signed: `x-signature: t=…,v1=…` over `METHOD path\nbody`.
 * `/challenge/{id}` is for the shopper's browser; its id cannot be guessed.
 */
export function createTestPaymentsServer({ sql, secret, delay = sleep }: ServerOptions): Server {
  const server = createServer(async (request, response) => {
    try {
      send(response, await answer(request))
    } catch (error) {
      const known = isProviderError(error) ? error : providerError(500, 'internal', 'The test provider has a bug.')
      if (known !== error) process.stderr.write(`test payments: ${error instanceof Error ? error.stack : String(error)}\n`)
      send(response, { status: known.status, json: { code: known.code, message: known.message } })
    }
  })
  // Longer than the shop keeps an idle connection, so that it never sends into a closing one.
  server.keepAliveTimeout = 75_000
  return server

  async function answer(request: IncomingMessage): Promise<Reply> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, area, id, verb] = pathname.split('/')
    const operation = `${request.method} /${[area, id && '{id}', verb].filter(Boolean).join('/')}`
    const body = await readText(request)
    if (area === 'payments') requireShop(request, pathname, body)

    switch (operation) {
      case 'GET /health':
        await sql`select 1`
        return { status: 200, json: { status: 'ok' } }
      case 'POST /payments': {
        const { payment, answerAfterMs } = await core.createPayment(sql, newPayment(body))
        if (answerAfterMs > 0) await delay(answerAfterMs)
        return { status: 200, json: wireOf(payment, request) }
      }
      case 'GET /payments/{id}':
        return { status: 200, json: wireOf(await core.requirePayment(sql, decodeURIComponent(id ?? '')), request) }
      case 'POST /payments/{id}/cancellation':
        return { status: 200, json: wireOf(await core.cancelPayment(sql, decodeURIComponent(id ?? '')), request) }
      case 'POST /payments/{id}/refunds': {
        const { key, amount } = objectOf(body)
        const { refundId, payment } = await core.refundPayment(sql, decodeURIComponent(id ?? ''), String(key), Number(amount))
        return { status: 200, json: { id: refundId, payment: wireOf(payment, request) } }
      }
      case 'POST /payments/{id}/dispute':
        return { status: 200, json: wireOf(await core.disputePayment(sql, decodeURIComponent(id ?? '')), request) }
      case 'GET /challenge/{id}': {
        const payment = await core.findPayment(sql, decodeURIComponent(id ?? ''))
        return payment ? { status: 200, html: challengePage(payment) } : { status: 404, html: unknownChallengePage() }
      }
      case 'POST /challenge/{id}': {
        const decision = new URLSearchParams(body).get('decision') === 'approve' ? 'approve' : 'refuse'
        const payment = await core.decideChallenge(sql, decodeURIComponent(id ?? ''), decision)
        return { status: 303, location: payment.return_url || pathname }
      }
      default:
        throw providerError(404, 'not_found', 'There is nothing at this address.')
    }
  }

  function requireShop(request: IncomingMessage, pathname: string, body: string): void {
    const header = request.headers['x-signature']
    if (!isSignatureValid(secret, `${request.method} ${pathname}\n${body}`, typeof header === 'string' ? header : null)) {
      throw providerError(401, 'unauthenticated', 'The signature does not match. Shop and provider need the same TEST_PAYMENTS_SECRET.')
    }
  }
}

/** What the shop sees of a payment. */
function wireOf(payment: core.Payment, request: IncomingMessage) {
  const { return_url: _, ...known } = payment
  const actionUrl = payment.status === 'requires_action' ? `http://${request.headers.host}/challenge/${payment.id}` : null
  return { ...known, authorized: payment.captured, action_url: actionUrl }
}

function newPayment(body: string): core.NewPayment {
  const { reference, order_number, amount, currency, return_url, card } = objectOf(body)
  const { number, expiry, cvc } = (card ?? {}) as Record<string, unknown>
  if (typeof reference !== 'string' || typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0 || typeof number !== 'string') {
    throw providerError(422, 'invalid_input', 'A payment needs reference, amount and card.')
  }
  return {
    reference,
    amount,
    order_number: String(order_number),
    currency: String(currency),
    return_url: String(return_url),
    card: { number, expiry: String(expiry), cvc: String(cvc) },
  }
}

function objectOf(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body)
    if (parsed !== null && typeof parsed === 'object') return parsed as Record<string, unknown>
  } catch {
    // Falls through to the same answer as JSON that is no object.
  }
  throw providerError(400, 'malformed', 'Send a JSON object.')
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > 100_000) throw providerError(413, 'too_large', 'The body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, reply: Reply): void {
  if ('location' in reply) {
    response.writeHead(reply.status, { location: reply.location, 'cache-control': 'no-store' }).end()
    return
  }
  const isPage = 'html' in reply
  response
    .writeHead(reply.status, {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
      'cache-control': 'no-store',
      ...(isPage
        ? { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'", 'x-frame-options': 'DENY' }
        : {}),
    })
    .end(isPage ? reply.html : JSON.stringify(reply.json))
}
