import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import canonicalize from 'canonicalize'

const withoutPrefix = (key: string) => key.replace(/^signkey-\w+-/, '')

/** The header with which the SDK knows that a call comes from us: HMAC over the canonical body and the time (`helpers/net.ts` of the SDK). */
export function signatureOf(body: unknown, signingKey: string, nowMs = Date.now()): string {
  const seconds = Math.round(nowMs / 1_000)
  const text = typeof body === 'string' ? body : (canonicalize(body) ?? '')
  const digest = createHmac('sha256', withoutPrefix(signingKey)).update(text).update(String(seconds)).digest('hex')
  return `t=${seconds}&s=${digest}`
}

/** What the SDK sends as its bearer token (`hashSigningKey` of its `helpers/strings.ts`). */
export function tokenOf(signingKey: string): string {
  const prefix = /^signkey-\w+-/.exec(signingKey)?.[0] ?? ''
  return `${prefix}${createHash('sha256')
    .update(Buffer.from(withoutPrefix(signingKey), 'hex'))
    .digest('hex')}`
}

export function isSameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
