import type { Mode } from './env'

type Header = { key: string; value: string }

/** Headers that every answer carries (S8). HSTS only where the shop is on https. */
export function securityHeaders(mode: Mode): Header[] {
  const headers = [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'X-Frame-Options', value: 'DENY' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(self), browsing-topics=()' },
  ]
  return mode === 'deployed' ? [...headers, { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' }] : headers
}

type PolicyInput = { mediaBase: string; isHttps: boolean }

/** For fully static pages: their inline scripts were made at build time and can carry no nonce (PLATFORM.md, trap 14). */
export function staticPagePolicy(input: PolicyInput): string {
  return policy(input, `'self' 'unsafe-inline'`, [])
}

/** For pages rendered per request. `hash` is of a script that runs without; `paymentOrigins` are where a payment may lead: the test provider, or Stripe. */
export function noncePolicy(input: PolicyInput & { nonce: string; hash: string; paymentOrigins: string[]; isDev: boolean; stripe: boolean }): string {
  const scripts = [`'self'`, `'nonce-${input.nonce}'`, `'sha256-${input.hash}'`, `'strict-dynamic'`, ...(input.isDev ? [`'unsafe-eval'`] : [])]
  return policy(input, scripts.join(' '), input.paymentOrigins, input.stripe)
}

function policy({ mediaBase, isHttps }: PolicyInput, scripts: string, paymentOrigins: string[], stripe = false): string {
  const pictures = mediaBase ? ` ${new URL(mediaBase).origin}` : ''
  const stripeFrames = stripe ? ' https://js.stripe.com https://hooks.stripe.com' : ''
  return [
    `default-src 'self'`,
    `script-src ${scripts}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:${pictures}`,
    `font-src 'self'`,
    `connect-src 'self'${stripe ? ' https://api.stripe.com' : ''}`,
    `frame-src ${stripeFrames.trim() || `'none'`}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action ${[`'self'`, ...paymentOrigins].join(' ')}`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
