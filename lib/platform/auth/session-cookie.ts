import { createHmac } from 'node:crypto'
import type { AnswerCookie } from '@/lib/core/context'
import { isEqualSecret, secretFor } from '@/lib/platform/secrets'
import { isHttps, MARKER_COOKIE, markerCookieOptions } from './cookies'

/** `__Host-` needs https; on http (local mode) the plain name is used. */
export const SESSION_COOKIE = isHttps ? '__Host-hs_session' : 'hs_session'

/** Given to better-auth, which signs session cookies with it. */
export const authSecret = secretFor('sessions')

export const SESSION_DAYS = 30
/** The cookie outlives the session: how long it counts is the database's to say, and it slides there. */
const COOKIE_DAYS = 400

const sessionCookieOptions = { httpOnly: true, secure: isHttps, sameSite: 'lax', path: '/', maxAge: COOKIE_DAYS * 86_400 } as const

/** A session's token as better-auth signs it: `token.base64(HMAC-SHA256)`. API clients send it as `Authorization: Bearer`. */
export const signedSessionToken = (token: string): string => `${token}.${createHmac('sha256', authSecret).update(token).digest('base64')}`

/** Null when it was not signed here, so that made-up ones cost no query. */
export function readSignedSessionToken(signed: string): string | null {
  const at = signed.lastIndexOf('.')
  const token = signed.slice(0, Math.max(at, 0))
  return token && isEqualSecret(signedSessionToken(token), signed) ? token : null
}

/** Null also for text that is no valid percent encoding. */
export function readSessionCookie(value: string): string | null {
  try {
    return readSignedSessionToken(decodeURIComponent(value))
  } catch {
    return null
  }
}

/** The session's cookie, and the readable marker that says it is there. */
export const sessionCookies = (token: string): AnswerCookie[] => [
  { name: SESSION_COOKIE, value: encodeURIComponent(signedSessionToken(token)), options: sessionCookieOptions },
  { name: MARKER_COOKIE, value: 's', options: { ...markerCookieOptions, maxAge: COOKIE_DAYS * 86_400 } },
]

export const clearedSessionCookies = (): AnswerCookie[] => [
  { name: SESSION_COOKIE, value: '', options: { ...sessionCookieOptions, maxAge: 0 } },
  { name: MARKER_COOKIE, value: '', options: { ...markerCookieOptions, maxAge: 0 } },
]
