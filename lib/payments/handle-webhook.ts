import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statement } from '@/db/statement'
import { type Tx, transaction } from '@/db/transaction'
import { systemCtx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { logger } from '@/lib/platform/logger'
import type { ProviderName, WebhookEvent } from '@/lib/platform/payments/provider'
import { isConfigured, providerOf } from '@/lib/platform/payments/providers'
import { mergeState } from './merge-state'
import { findPaymentRow, settlePayment } from './settle-payment'

/** What an event did: a test and the metrics want to know, the provider does not. */
export type WebhookEffect = 'applied' | 'known' | 'nothing_new' | 'unknown_payment' | 'ignored'

/**
 * Applies an event of a provider once. All effects are answered with 200: an event about a payment that is not ours is logged,
 * because sending it again would not make it ours (the row of a payment is committed before its provider hears of it).
 * Two statements when the event says nothing new.
 * @throws not_found for a provider that the shop does not use, signature_invalid, malformed, before anything is written.
 */
export async function handleWebhook(provider: ProviderName, rawBody: string, headers: Headers): Promise<WebhookEffect> {
  if (!isConfigured(provider)) throw new DomainError('not_found', { detail: 'This way to pay is not set up in this shop.' })
  const event = await providerOf(provider).verifyWebhook(rawBody, headers)
  if (!event) return 'ignored'
  const effect = (await noteOnly(provider, event)) ?? (await transaction((tx) => apply(tx, provider, event)))
  if (effect === 'unknown_payment') logger.warn({ provider, event: event.eventId, kind: event.kind }, 'webhook about a payment that is not ours')
  return effect
}

/**
 * Mostly the answer of the call has told it all before: then the event is noted, nobody's order is locked, and no transaction is needed.
 * Amounts only grow, so what says nothing new now never will. Null when there is something to apply.
 */
async function noteOnly(provider: ProviderName, { eventId, kind, state }: WebhookEvent): Promise<WebhookEffect | null> {
  const payment = await findPaymentRow(database(), provider, state)
  if (!payment || mergeState(payment, state) !== payment) return null
  const noted = await noteEvent(database(), { id: newId(), provider, eventId, kind })
  return noted.length === 0 ? 'known' : 'nothing_new'
}

const noteEvent = statement<{ id: string }, { id: string; provider: ProviderName; eventId: string; kind: string }>(
  ({ id, provider, eventId, kind }) => sql`
    insert into payment_events (id, provider, event_id, kind) values (${id}, ${provider}, ${eventId}, ${kind})
    on conflict do nothing returning id`,
)

async function apply(tx: Tx, provider: ProviderName, { eventId, kind, state }: WebhookEvent): Promise<WebhookEffect> {
  // A repeated event waits here for the first one and then finds its row.
  const noted = await noteEvent(tx, { id: newId(), provider, eventId, kind })
  if (noted.length === 0) return 'known'
  const payment = await findPaymentRow(tx, provider, state)
  if (!payment) return 'unknown_payment'
  await settlePayment(tx, provider, { ...state, paymentId: payment.id }, systemCtx('payments').actor)
  return 'applied'
}
