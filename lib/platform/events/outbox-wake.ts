const shared = globalThis as typeof globalThis & { highstreetOutboxWakers?: Set<() => void> }

/**
 * Called after each commit that wrote to the outbox. One set per process, whatever bundle asks: the dispatcher of this process puts its
 * wake there. A waker must not throw and must return at once; it is called before the answer of whoever committed.
 */
export function outboxWakers(): Set<() => void> {
  shared.highstreetOutboxWakers ??= new Set()
  return shared.highstreetOutboxWakers
}

/** There is something to deliver. */
export function wakeOutbox(): void {
  for (const wake of outboxWakers()) wake()
}

/** The channel of Postgres for who commits in a process without a dispatcher, as a script does. */
export const OUTBOX_CHANNEL = 'highstreet_outbox'
