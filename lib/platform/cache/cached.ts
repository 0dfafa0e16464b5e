import { metrics } from '@/lib/platform/metrics/metrics'
import type { Found } from './cache'
import { type Keeping, lifetimes } from './lifetimes'
import { shopCache } from './shop-cache'

type Spec<A extends unknown[], T> = {
  keeping: Keeping
  /** `cacheKey(…)`, inside `personalKey(…)` for what is one person's. */
  key(...given: A): string
  /** What the value depends on; it falls with any of them. */
  tags(value: T, ...given: A): string[]
}

/**
 * The read, kept (R113). Only for values that JSON carries as they are: text, numbers, lists and objects of them. Who may ask is decided
 * before, by whoever calls it; what it throws is not kept.
 */
export function cached<A extends unknown[], T>(read: (...given: A) => Promise<T>, { keeping, key, tags }: Spec<A, T>): (...given: A) => Promise<T> {
  return async (...given) => {
    const found = await keepText(keeping, key(...given), { inProcess: true }, async () => {
      const value = await read(...given)
      return { text: JSON.stringify(value), tags: tags(value, ...given) }
    })
    return JSON.parse(found.text) as T
  }
}

/** A finished text, kept for the time of its kind and counted. */
export async function keepText(
  keeping: Keeping,
  key: string,
  { inProcess }: { inProcess: boolean },
  make: () => Promise<{ text: string; tags: string[] }>,
): Promise<Found> {
  const found = await shopCache().cache.keep(key, { seconds: lifetimes[keeping], inProcess }, make)
  metrics.cacheReads.inc({ keeping, source: found.source })
  return found
}
