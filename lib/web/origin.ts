import type { IncomingHttpHeaders } from 'node:http'
import { DomainError } from '@/lib/core/errors'
import { appUrl, mode } from '@/lib/platform/env'

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** The shop's own origin; in local mode the loopback names of it count too. */
export function isOwnOrigin(origin: string): boolean {
  if (origin === appUrl) return true
  return mode === 'local' && loopback.test(origin) && new URL(origin).port === new URL(appUrl).port
}

/**
 * What a page of this shop sends while somebody looks at it: browsers say so, older ones by Origin or Referer. A program can say the same. It
 * gains the limits of a person (`shop`, and `writes` for what it changes), which bind per address as well, and nothing that it could not
 * read from the pages; for rights, `requireOwnOrigin` and the cookie are asked.
 */
export function isFromOwnPage({ authorization, 'cart-token': cartToken, origin, referer, 'sec-fetch-site': site }: Sender): boolean {
  if (authorization !== undefined || cartToken !== undefined) return false
  if (origin !== undefined && !isOwnOrigin(origin)) return false
  if (site !== undefined) return site === 'same-origin'
  return origin !== undefined || (referer !== undefined && URL.canParse(referer) && isOwnOrigin(new URL(referer).origin))
}

/** Headers as Node has them. */
type Sender = Pick<IncomingHttpHeaders, 'authorization' | 'origin' | 'referer' | 'sec-fetch-site'> & { 'cart-token'?: string | string[] }

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
