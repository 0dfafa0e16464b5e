import { shopCache } from './shop-cache'

/** Called with tags that fell, and the time (ms) before which answers that carry them are old. */
export type InvalidationListener = (tags: string[], atMs: number) => void

const shared = globalThis as typeof globalThis & { highstreetInvalidations?: Set<InvalidationListener> }

/** One set per process, whatever bundle asks: Next's cache handler registers here, as will every other cache. */
export function invalidationListeners(): Set<InvalidationListener> {
  shared.highstreetInvalidations ??= new Set()
  return shared.highstreetInvalidations
}

/**
 * Drops what carries one of the tags from every cache of this process. Answers made before this moment count as old. `databaseMs` is a time of
 * the database that is not before the commit.
 */
export function applyInvalidation(tags: string[], atMs: number = Date.now(), databaseMs: number = shopCache().clock.atMost()): void {
  shopCache().fallen.note(tags, databaseMs)
  for (const listener of invalidationListeners()) listener(tags, atMs)
}
