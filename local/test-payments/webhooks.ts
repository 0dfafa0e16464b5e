import { randomBytes } from 'node:crypto'
import { signatureOf } from '@/lib/platform/payments/signature'
import type { CardRule } from './cards'
import type { Payment } from './payments'
import type { Store } from './store'

export type EventKind = 'created' | 'authorized' | 'captured' | 'declined' | 'partially_refunded' | 'refunded' | 'disputed'

/** Sends one signed body; resolves to the HTTP status. */
export type Deliver = (body: string, signature: string) => Promise<number>

const MAX_ATTEMPTS = 8
const BATCH = 32

/** The answer of the call tells the shop first; the webhook follows for the case that the answer was lost. */
const AFTER_ANSWER_MS = 1_000

/** The body of a webhook. Amounts are cumulative; the id is unique per event and stays the same when it is sent again. */
export function eventText(kind: EventKind, payment: Payment, authorized = payment.captured): string {
  const { return_url: _, ...known } = payment
  const id = `evt_${randomBytes(16).toString('base64url')}`
  return JSON.stringify({ id, kind, created: Math.floor(Date.now() / 1_000), payment: { ...known, authorized } })
}

/**
 * What a new payment sends. Because amounts are cumulative, an event that a newer one overtakes says nothing: an approval sends
 * `captured` only. The card for duplicates sends all three events three times, in a wrong order.
 */
export function eventsAtCreation(payment: Payment, rule: CardRule): { body: string; after_ms: number }[] {
  const afterMs = AFTER_ANSWER_MS + (rule.answerAfterMs ?? 0)
  if (rule.webhooks === 'duplicated') {
    const untouched: Payment = { ...payment, status: 'processing', captured: 0 }
    const bodies = [eventText('captured', payment), eventText('created', untouched), eventText('authorized', untouched, payment.amount)]
    return [0, 200, 400].flatMap((again) => bodies.map((body, index) => ({ body, after_ms: again + index * 50 })))
  }
  if (payment.status === 'captured') return [{ body: eventText('captured', payment), after_ms: afterMs }]
  if (payment.status === 'declined') return [{ body: eventText('declined', payment), after_ms: afterMs }]
  return [{ body: eventText('created', payment), after_ms: 0 }]
}

/**
 * Sends what is due, up to `BATCH` at once, and returns how many were sent. A row is leased for 15 seconds while it is under way,
 * so that a kill between sending and noting it means "sent again", never "lost". What is refused is tried eight times.
 */
export async function deliverDueWebhooks(sql: Store, secret: string, deliver: Deliver): Promise<number> {
  const due = await sql<{ id: number; body: string; attempts: number }[]>`
    update test_payments.webhooks set attempts = attempts + 1, due_at = now() + interval '15 seconds'
    where id in (
      select id from test_payments.webhooks where due_at <= now() order by due_at limit ${BATCH} for update skip locked
    )
    returning id, body, attempts`
  if (due.length === 0) return 0
  const results = await Promise.all(
    due.map(async ({ id, body, attempts }) => {
      const status = await deliver(body, signatureOf(secret, body)).catch(() => 0)
      const isDone = (status >= 200 && status < 300) || attempts >= MAX_ATTEMPTS
      return { id, retry_ms: isDone ? null : backoffMs(attempts) }
    }),
  )
  await sql`
    update test_payments.webhooks w set due_at = now() + result.retry_ms * interval '1 millisecond'
    from jsonb_to_recordset((${JSON.stringify(results)}::text)::jsonb) as result (id bigint, retry_ms int)
    where w.id = result.id`
  return due.length
}

/** 1, 2, 4 … 64 seconds, spread by a quarter. */
const backoffMs = (attempts: number) => Math.round(1_000 * 2 ** (attempts - 1) * (0.75 + Math.random() / 2))
