import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Stored = Record<string, unknown> & { id: string }

/** The part of Stripe's API that the shop uses, in memory: idempotency keys, Payment Intents, Checkout Sessions, refunds, disputes. */
export async function startFakeStripe() {
  const intents = new Map<string, Stored>()
  const sessions = new Map<string, Stored>()
  const answers = new Map<string, { status: number; json: unknown }>()
  const calls: { method: string; path: string; key: string | undefined; form: Record<string, string> }[] = []
  let isSilent = false
  let count = 0

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake')
    const key = request.headers['idempotency-key']?.toString()
    calls.push({ method: request.method ?? '', path: pathname, key, form })
    if (isSilent) return
    const known = key ? answers.get(key) : undefined
    const answer = known ?? handle(`${request.method} ${pathname}`, form, searchParams)
    if (key) answers.set(key, answer)
    response.writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_fake' }).end(JSON.stringify(answer.json))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function handle(operation: string, form: Record<string, string>, query: URLSearchParams): { status: number; json: unknown } {
    const ok = (json: unknown) => ({ status: 200, json })
    if (operation === 'POST /v1/payment_intents') return ok(makeIntent(form))
    if (operation === 'POST /v1/checkout/sessions') return ok(makeSession(form))
    if (operation === 'POST /v1/refunds') return refund(form)
    if (operation === 'GET /v1/disputes') return ok({ object: 'list', has_more: false, data: disputesOf(query.get('payment_intent') ?? '') })
    const [, area, id, verb] = /^\w+ \/v1\/(payment_intents|checkout\/sessions)\/(\w+)(?:\/(\w+))?$/.exec(operation) ?? []
    const stored = (area === 'payment_intents' ? intents : sessions).get(id ?? '')
    if (!stored) return failure(404, 'resource_missing', `No such object: ${id}`)
    if (verb === 'cancel' && stored.status === 'succeeded') return failure(400, 'payment_intent_unexpected_state', 'It has succeeded.')
    if (verb === 'cancel') stored.status = 'canceled'
    if (verb === 'expire') stored.status = 'expired'
    return ok(stored)
  }

  function makeIntent(form: Record<string, string>): Stored {
    const id = `pi_${++count}`
    const intent = {
      id,
      object: 'payment_intent',
      amount: Number(form.amount),
      amount_received: 0,
      amount_capturable: 0,
      currency: form.currency,
      status: 'requires_payment_method',
      client_secret: `${id}_secret_fake`,
      metadata: { payment_id: form['metadata[payment_id]'] },
      last_payment_error: null,
      latest_charge: null,
    }
    intents.set(id, intent)
    return intent
  }

  function makeSession(form: Record<string, string>): Stored {
    const id = `cs_${++count}`
    const session = {
      id,
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      amount_total: Number(form['line_items[0][price_data][unit_amount]']),
      currency: form['line_items[0][price_data][currency]'],
      payment_intent: null,
      metadata: { payment_id: form['metadata[payment_id]'] },
      url: `https://checkout.stripe.test/${id}`,
    }
    sessions.set(id, session)
    return session
  }

  function refund(form: Record<string, string>) {
    const charge = intents.get(form.payment_intent ?? '')?.latest_charge as { amount_captured: number; amount_refunded: number } | null | undefined
    const amount = Number(form.amount)
    if (!charge || charge.amount_refunded + amount > charge.amount_captured) return failure(400, 'charge_already_refunded', 'Nothing is left.')
    charge.amount_refunded += amount
    return { status: 200, json: { id: `re_${++count}`, object: 'refund', amount, status: 'succeeded', payment_intent: form.payment_intent } }
  }

  const disputesOf = (intentId: string) =>
    (intents.get(intentId)?.latest_charge as { disputed?: boolean } | null)?.disputed
      ? [{ id: 'dp_1', object: 'dispute', amount: intents.get(intentId)?.amount }]
      : []

  const failure = (status: number, code: string, message: string) => ({ status, json: { error: { type: 'invalid_request_error', code, message } } })

  /** What the browser and the bank do. */
  function pay(intentId: string): Stored {
    const intent = intents.get(intentId)
    if (!intent) throw new Error(`No such intent: ${intentId}`)
    const { amount, metadata } = intent
    const charge = { id: `ch_${intentId}`, object: 'charge', amount, amount_captured: amount, amount_refunded: 0, captured: true, disputed: false }
    intent.latest_charge = { ...charge, status: 'succeeded', payment_intent: intentId, metadata }
    return Object.assign(intent, { status: 'succeeded', amount_received: amount })
  }

  function paySession(sessionId: string): Stored {
    const session = sessions.get(sessionId)
    if (!session) throw new Error(`No such session: ${sessionId}`)
    const intent = makeIntent({ amount: String(session.amount_total), currency: String(session.currency) })
    intent.metadata = session.metadata
    pay(intent.id)
    return Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent.id })
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    intents,
    pay,
    paySession,
    /** From now on nothing is answered. */
    fallSilent: (silent = true) => {
      isSilent = silent
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type FakeStripe = Awaited<ReturnType<typeof startFakeStripe>>
