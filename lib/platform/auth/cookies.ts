import type { AnswerCookie } from '@/lib/core/context'
import { appUrl } from '@/lib/platform/env'

export const isHttps = appUrl.startsWith('https:')

/** `__Host-` needs https; on http (local mode) the plain name is used. */
export const CART_COOKIE = isHttps ? '__Host-hs_cart' : 'hs_cart'

/** Readable by scripts. Holds nothing but which httpOnly cookies there are: `c` for a guest's cart, `s` for a session. */
export const MARKER_COOKIE = 'hs'

const CART_DAYS = 60

const cartCookieOptions = { httpOnly: true, secure: isHttps, sameSite: 'lax', path: '/', maxAge: CART_DAYS * 86_400 } as const
export const markerCookieOptions = { httpOnly: false, secure: isHttps, sameSite: 'lax', path: '/', maxAge: CART_DAYS * 86_400 } as const

/** A guest's new cart. */
export const cartCookies = (token: string): AnswerCookie[] => [
  { name: CART_COOKIE, value: token, options: cartCookieOptions },
  { name: MARKER_COOKIE, value: 'c', options: markerCookieOptions },
]

/** Once a guest's cart has become an account's. */
export const clearedCartCookie = (): AnswerCookie => ({ name: CART_COOKIE, value: '', options: { ...cartCookieOptions, maxAge: 0 } })

/** A `Set-Cookie` value. Source: RFC 6265bis. */
export function serializeCookie({ name, value, options: { httpOnly, secure, sameSite, path, maxAge } }: AnswerCookie): string {
  return [
    `${name}=${value}`,
    `Path=${path}`,
    `Max-Age=${maxAge}`,
    `SameSite=${sameSite === 'lax' ? 'Lax' : sameSite}`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
  ]
    .filter(Boolean)
    .join('; ')
}

export function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}
