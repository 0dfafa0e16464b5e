import { DomainError } from '@/lib/core/errors'
import { appUrl, mode } from '@/lib/platform/env'

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The shop's own origin; in local mode the loopback names of it count too. */
export function isOwnOrigin(origin: string): boolean {
  if (origin === appUrl) return true
  return mode === 'local' && loopback.test(origin) && new URL(origin).port === new URL(appUrl).port
}

/** A request that a cookie authenticates must come from one of our own pages (S5). @throws origin_refused */
export function requireOwnOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin === null || !isOwnOrigin(origin) || (site !== null && site !== 'same-origin')) {
    throw new DomainError('origin_refused', {
      detail: 'This request did not come from a page of this shop. Programs send the Cart-Token header instead of a cookie.',
    })
  }
}

/**
 * A caller without a cookie may be given one, and that must not happen from another site: cross-site forms arrive without the cart's
 * cookie (SameSite=Lax), so the answer would replace the shopper's cart by an empty one. Programs send no Origin. @throws origin_refused
 */
export function requireNoForeignOrigin(headers: Headers): void {
  if (headers.has('origin') || !['same-origin', 'none'].includes(headers.get('sec-fetch-site') ?? 'none')) requireOwnOrigin(headers)
}
