import { createHash } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { themeCode } from '@/app/_ui/theme-code'
import { appUrl, env, mediaBase } from '@/lib/platform/env'
import { noncePolicy } from '@/lib/platform/security-headers'
import { PAGE_ADDRESS_HEADER } from '@/lib/web/page-address'
import { USER_AGENT_HEADER, WHOLE_DOCUMENT_AGENT } from '@/lib/web/whole-document'

/**
 * Gives the pages that are rendered per request a Content-Security-Policy with a nonce; Next puts it on every script tag.
 * It decides nothing about who may do what: that is asked in the domain functions.
 */
export function proxy(request: NextRequest) {
  // A mail program's one click (RFC 8058) goes to the address of the page.
  if (request.method === 'POST' && request.nextUrl.pathname === '/unsubscribe')
    return NextResponse.rewrite(new URL(`/api/unsubscribe${request.nextUrl.search}`, request.url))
  return /^\/[cp]\//.test(request.nextUrl.pathname) ? wholeDocument(request) : withNonce(request)
}

/** Lists have no nonce, because they share the static pages' layout; an unknown category or product has to be a real 404 all the same. */
function wholeDocument(request: NextRequest) {
  const headers = wholeDocumentHeaders(request)
  return NextResponse.next({ request: { headers } })
}

/** The document for addresses at which there is nothing is the same for all of the shop: its one script in the head carries no nonce. */
const themeHash = createHash('sha256').update(themeCode).digest('base64')

function withNonce(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64')
  const stripe = Boolean(env.STRIPE_SECRET_KEY)
  const policy = noncePolicy({
    nonce,
    hash: themeHash,
    mediaBase,
    isHttps: appUrl.startsWith('https:'),
    isDev: process.env.NODE_ENV === 'development',
    stripe,
    paymentOrigins: [...(env.TEST_PAYMENTS_URL ? [new URL(env.TEST_PAYMENTS_URL).origin] : []), ...(stripe ? ['https://checkout.stripe.com'] : [])],
  })
  const headers = wholeDocumentHeaders(request)
  headers.set('x-nonce', nonce)
  headers.set(PAGE_ADDRESS_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('cache-control', 'private, no-store')
  return response
}

function wholeDocumentHeaders(request: NextRequest): Headers {
  const headers = new Headers(request.headers)
  headers.set(USER_AGENT_HEADER, request.headers.get('user-agent') ?? '')
  headers.set('user-agent', WHOLE_DOCUMENT_AGENT)
  return headers
}

/** Public pages stay out of it: each name here costs a run of this function. */
export const config = {
  matcher: [
    '/cart/:path*',
    '/checkout/:path*',
    '/orders/:path*',
    '/account/:path*',
    '/admin/:path*',
    '/wishlist/:path*',
    '/subscriptions/:path*',
    '/unsubscribe',
    '/sign-in',
    '/register',
    '/forgot-password',
    '/reset-password',
    '/verify-email',
    '/check-your-mail',
    '/c/:slug/browse',
    '/p/:slug/reviews',
    '/dev/:path*',
  ],
}
