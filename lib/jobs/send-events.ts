import { inngest } from './client'

export type OutgoingEvent = { id: string; name: string; data: Record<string, unknown>; ts: number }

/** `refused`: something is wrong with one of these events. `unavailable`: nothing is known about them, try all of them later. */
export type SendOutcome = { outcome: 'accepted' } | { outcome: 'refused' | 'unavailable'; reason: string }

/** A hanging Inngest must not hold an event longer than its lease. */
const TIMEOUT_MS = 5_000

/** What the event API says of the events themselves. A wrong key (401, 403, 404) is not their fault. */
const refusals = new Set([400, 406, 409, 412, 413, 422])

/**
 * Sends a batch to the event API, in its order; Inngest keeps each id once within 24 hours. Not by the client's `send`, which tries five
 * times by itself, also what is refused, and does not tell the two apart: the outbox has its own tries.
 */
export async function sendEvents(events: OutgoingEvent[]): Promise<SendOutcome> {
  try {
    const response = await fetch(new URL(`e/${inngest.eventKey ?? 'no-key'}`, inngest.eventBaseUrl), {
      method: 'POST',
      headers: inngest.headers,
      body: JSON.stringify(events),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const text = await response.text()
    if (response.ok) return { outcome: 'accepted' }
    return {
      outcome: refusals.has(response.status) ? 'refused' : 'unavailable',
      reason: `Inngest answered ${response.status}: ${text.slice(0, 300)}`,
    }
  } catch (error) {
    return { outcome: 'unavailable', reason: wordsOf(error) }
  }
}

/** `fetch failed` says nothing; the key in the address must not be said. */
function wordsOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? `Inngest cannot be reached: ${cause.message || cause.name}` : 'Inngest cannot be reached'
}
