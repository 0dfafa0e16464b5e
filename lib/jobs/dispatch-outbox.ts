import { inArray, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { outbox } from '@/db/schema/platform'
import { tellOfEvent } from '@/lib/operations/tell-failures'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'
import { type ClaimedEvent, claimOutbox, LEASE_SECONDS } from './claim-outbox'
import { type OutgoingEvent, type SendOutcome, sendEvents } from './send-events'

const BATCH = 100

/** How long after the first, second … refusal of an event its next try comes; then it is parked. */
const waitSeconds = [5, 30, 120, 600]
export const MAX_ATTEMPTS = waitSeconds.length + 1

export type Dispatched = { delivered: number; parked: number; isUnavailable: boolean }

type Options = { send?: (events: OutgoingEvent[]) => Promise<SendOutcome>; batch?: number; signal?: AbortSignal }

/**
 * Delivers what is due, batch after batch, until nothing is left, Inngest is unavailable or `signal` says stop. Each batch is taken with a
 * lease, sent outside any transaction, and marked: a dispatcher that dies in between leaves it to the next, which sends the same ids
 * again, and Inngest drops those it has. An Inngest that is down costs no event a try. An event that is refused waits longer each time and
 * is parked after five tries; the events of its aggregate wait for it until then. Several dispatchers may work at once.
 * Two statements a batch.
 */
export async function dispatchOutbox({ send = sendEvents, batch = BATCH, signal }: Options = {}): Promise<Dispatched> {
  const total: Dispatched = { delivered: 0, parked: 0, isUnavailable: false }
  while (!total.isUnavailable && !signal?.aborted) {
    const claimed = await claimOutbox(batch)
    if (claimed.length === 0) break
    const outcome = await send(claimed.map(outgoing))
    if (outcome.outcome === 'refused' && claimed.length > 1) await oneByOne(claimed, send, total)
    else await settle(claimed, outcome, total)
  }
  return total
}

/** The name carries the type. A clock of ours that is ahead must not make Inngest wait for the event's time. */
function outgoing({ id, type, payload: { type: _, ...data }, created_at }: ClaimedEvent): OutgoingEvent {
  return { id, name: type, data, ts: Math.min(Date.parse(created_at), Date.now()) }
}

/** One of them is refused: the others must not suffer for it. What cannot be sent well before the lease ends is given back. */
async function oneByOne(claimed: ClaimedEvent[], send: NonNullable<Options['send']>, total: Dispatched): Promise<void> {
  const until = Date.now() + (LEASE_SECONDS * 1_000) / 2
  for (const [at, event] of claimed.entries()) {
    if (Date.now() > until) return giveBack(claimed.slice(at), 'The batch before it took too long')
    const outcome = await send([outgoing(event)])
    await settle([event], outcome, total)
    if (total.isUnavailable) return giveBack(claimed.slice(at + 1), 'Inngest became unavailable')
  }
}

async function settle(events: ClaimedEvent[], result: SendOutcome, total: Dispatched): Promise<void> {
  if (result.outcome === 'accepted') {
    await database()
      .update(outbox)
      .set({ deliveredAt: sql`now()`, leaseUntil: null, lastError: null })
      .where(inArray(outbox.id, idsOf(events)))
    total.delivered += events.length
    for (const { type } of events) metrics.outbox.inc({ type, result: 'delivered' })
  } else if (result.outcome === 'unavailable') {
    total.isUnavailable = true
    await giveBack(events, result.reason)
  } else for (const event of events) total.parked += await refused(event, result.reason)
}

const giveBack = async (events: ClaimedEvent[], lastError: string): Promise<void> => {
  if (events.length > 0)
    await database()
      .update(outbox)
      .set({ leaseUntil: null, lastError })
      .where(inArray(outbox.id, idsOf(events)))
}

/** @returns 1 when it was given up. */
async function refused({ id, type, attempts }: ClaimedEvent, reason: string): Promise<number> {
  const wait = waitSeconds[attempts]
  const about = { eventId: id, type, attempts: attempts + 1, reason }
  const change = { attempts: attempts + 1, leaseUntil: null, lastError: reason }
  metrics.outbox.inc({ type, result: wait === undefined ? 'parked' : 'refused' })
  if (wait === undefined) logger.error(about, 'an event was given up: look at it, and take its parked_at away to send it again')
  else logger.warn(about, 'an event was refused; it is tried again')
  await database()
    .update(outbox)
    .set(wait === undefined ? { ...change, parkedAt: sql`now()` } : { ...change, nextAttemptAt: sql`now() + make_interval(secs => ${wait})` })
    .where(inArray(outbox.id, [id]))
  if (wait !== undefined) return 0
  await tellOfEvent(type)
  return 1
}

const idsOf = (events: ClaimedEvent[]) => events.map(({ id }) => id)
