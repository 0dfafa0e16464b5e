import { randomBytes } from 'node:crypto'
import { cardRuleOf } from './cards'
import { providerError } from './errors'
import type { Store } from './store'
import { type EventKind, eventsAtCreation, eventText } from './webhooks'

/** A payment as the provider keeps it. */
export type Payment = {
  id: string
  reference: string
  order_number: string
  status: 'requires_action' | 'processing' | 'captured' | 'declined' | 'cancelled'
  amount: number
  currency: string
  captured: number
  refunded: number
  disputed: number
  decline_code: string | null
  return_url: string
}

export type NewPayment = {
  reference: string
  order_number: string
  amount: number
  currency: string
  return_url: string
  card: { number: string; expiry: string; cvc: string }
}

const PROCESSING_MS = 3_000

/** Makes a payment, or returns the one that this reference has. One statement for a new one. The answer may have to be held back. */
export async function createPayment(sql: Store, input: NewPayment): Promise<{ payment: Payment; answerAfterMs: number }> {
  const rule = cardRuleOf(input.card)
  const payment: Payment = {
    id: newProviderId('tp'),
    reference: input.reference,
    order_number: input.order_number,
    status: rule.result,
    amount: input.amount,
    currency: input.currency,
    captured: rule.result === 'captured' ? input.amount : 0,
    refunded: 0,
    disputed: 0,
    decline_code: rule.declineCode ?? null,
    return_url: input.return_url,
  }
  const events = JSON.stringify(eventsAtCreation(payment, rule))
  const settlesAt = rule.result === 'processing' ? new Date(Date.now() + PROCESSING_MS).toISOString() : null
  const made = await sql`
    with made as (
      insert into test_payments.payments (id, reference, order_number, status, amount, currency, captured, decline_code, return_url, settles_at)
      values (${payment.id}, ${payment.reference}, ${payment.order_number}, ${payment.status}, ${payment.amount}, ${payment.currency},
        ${payment.captured}, ${payment.decline_code}, ${payment.return_url}, ${settlesAt})
      on conflict (reference) do nothing
      returning id
    ), told as (
      insert into test_payments.webhooks (body, due_at)
      select event.body, now() + event.after_ms * interval '1 millisecond'
      from made, jsonb_to_recordset((${events}::text)::jsonb) as event (body text, after_ms int)
    )
    select id from made`
  const answerAfterMs = rule.answerAfterMs ?? 0
  if (made.length > 0) return { payment, answerAfterMs }
  const known = await requirePayment(sql, payment.reference)
  if (known.amount !== payment.amount && known.status !== 'cancelled') {
    throw providerError(409, 'reference_reused', 'This reference belongs to a payment of another amount.')
  }
  return { payment: known, answerAfterMs: 0 }
}

/** By the provider's id or by the shop's reference. */
export async function findPayment(sql: Store, idOrReference: string): Promise<Payment | null> {
  const [payment] = await sql<Payment[]>`select * from test_payments.payments where id = ${idOrReference} or reference = ${idOrReference}`
  return payment ?? null
}

export async function requirePayment(sql: Store, idOrReference: string): Promise<Payment> {
  const payment = await findPayment(sql, idOrReference)
  if (!payment) throw providerError(404, 'not_found', 'There is no such payment.')
  return payment
}

/**
 * Ends a payment that waits for the shopper; any other stays as it is. A reference that nobody has used is taken by a cancelled
 * payment, so that a request that is still on its way finds it and charges nothing.
 */
export async function cancelPayment(sql: Store, reference: string): Promise<Payment> {
  await sql`
    insert into test_payments.payments (id, reference, order_number, status, amount, currency, return_url)
    values (${newProviderId('tp')}, ${reference}, '', 'cancelled', 0, '', '')
    on conflict (reference) do update set status = 'cancelled', decline_code = 'cancelled'
    where payments.status = 'requires_action'`
  return requirePayment(sql, reference)
}

/** The shopper's answer on the challenge page. A second answer changes nothing. */
export async function decideChallenge(sql: Store, id: string, decision: 'approve' | 'refuse'): Promise<Payment> {
  return change(sql, id, decision === 'approve' ? 'captured' : 'declined', (payment) => {
    if (payment.status !== 'requires_action') return null
    if (decision === 'refuse') return { ...payment, status: 'declined', decline_code: 'challenge_refused' }
    return { ...payment, status: 'captured', captured: payment.amount }
  })
}

/** Gives money back, once per key. */
export async function refundPayment(sql: Store, id: string, key: string, amount: number): Promise<{ refundId: string; payment: Payment }> {
  const [known] = await sql<{ id: string }[]>`select id from test_payments.refunds where key = ${key}`
  if (known) return { refundId: known.id, payment: await requirePayment(sql, id) }
  return sql.begin(async (tx) => {
    const payment = await lockPayment(tx, id)
    const [raced] = await tx<{ id: string }[]>`select id from test_payments.refunds where key = ${key}`
    if (raced) return { refundId: raced.id, payment }
    if (!Number.isSafeInteger(amount) || amount <= 0 || amount > payment.captured - payment.refunded) {
      throw providerError(402, 'amount_too_large', 'There is not that much left to give back.')
    }
    const refundId = newProviderId('tr')
    await tx`insert into test_payments.refunds (key, id, payment_id, amount) values (${key}, ${refundId}, ${payment.id}, ${amount})`
    const after = { ...payment, refunded: payment.refunded + amount }
    await save(tx, after, after.refunded === after.captured ? 'refunded' : 'partially_refunded')
    return { refundId, payment: after }
  })
}

/** The bank takes the money back, as after a complaint. For trying out what the shop does then. */
export async function disputePayment(sql: Store, id: string): Promise<Payment> {
  return change(sql, id, 'disputed', (payment) => (payment.status === 'captured' ? { ...payment, disputed: payment.captured } : null))
}

/** Captures what card 0077 left `processing`. */
export async function settleDuePayments(sql: Store): Promise<number> {
  const due = await sql<{ id: string }[]>`select id from test_payments.payments where settles_at <= now() limit 50`
  for (const { id } of due) {
    await change(sql, id, 'captured', (payment) =>
      payment.status === 'processing' ? { ...payment, status: 'captured', captured: payment.amount } : null,
    )
  }
  return due.length
}

/** Locks, changes and tells about it; `next` returns null when there is nothing to change. */
async function change(sql: Store, id: string, kind: EventKind, next: (payment: Payment) => Payment | null): Promise<Payment> {
  return sql.begin(async (tx) => {
    const before = await lockPayment(tx, id)
    const after = next(before)
    if (after) await save(tx, after, kind)
    return after ?? before
  })
}

type Tx = Parameters<Parameters<Store['begin']>[1]>[0]

async function lockPayment(tx: Tx, id: string): Promise<Payment> {
  const [payment] = await tx<Payment[]>`select * from test_payments.payments where id = ${id} for update`
  if (!payment) throw providerError(404, 'not_found', 'There is no such payment.')
  return payment
}

async function save(tx: Tx, payment: Payment, kind: EventKind): Promise<void> {
  await tx`
    with saved as (
      update test_payments.payments
      set status = ${payment.status}, captured = ${payment.captured}, refunded = ${payment.refunded}, disputed = ${payment.disputed},
        decline_code = ${payment.decline_code}, settles_at = null
      where id = ${payment.id}
    )
    insert into test_payments.webhooks (body, due_at) values (${eventText(kind, payment)}, now())`
}

const newProviderId = (prefix: string) => `${prefix}_${randomBytes(16).toString('base64url')}`
