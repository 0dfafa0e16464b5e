import type { MadeAnswer } from './make-answer'

/** Seconds for which a shared cache may use an answer, and then while it is made anew. */
export type Lifetime = { freshSeconds: number; staleSeconds: number }

/** What a kept answer may vary on: the key is made of it. */
const inKey = new Set(['accept-encoding', 'rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-router-segment-prefetch'])

/**
 * How long an answer may be shared, or null when it may not. Stricter than RFC 9111, section 3: only what says `s-maxage` itself,
 * nothing by rule of thumb, only 200, never with a cookie, never a page of which a part still depends on the request.
 */
export function lifetimeOf({ status, headers }: Pick<MadeAnswer, 'status' | 'headers'>): Lifetime | null {
  if (status !== 200 || headers.has('set-cookie') || headers.get('x-nextjs-postponed') === '1') return null
  const control = headers.get('cache-control') ?? ''
  if (/\b(?:private|no-store|no-cache)\b/.test(control)) return null
  const freshSeconds = Number(/\bs-maxage=(\d+)/.exec(control)?.[1] ?? 0)
  const varies = (headers.get('vary') ?? '').toLowerCase().split(',')
  if (freshSeconds === 0 || varies.some((name) => name.trim() !== '' && !inKey.has(name.trim()))) return null
  const staleSeconds = /\b(?:must|proxy)-revalidate\b/.test(control) ? 0 : Number(/\bstale-while-revalidate=(\d+)/.exec(control)?.[1] ?? 0)
  return { freshSeconds, staleSeconds }
}
