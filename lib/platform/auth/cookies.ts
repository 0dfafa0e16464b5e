import { appUrl } from '@/lib/platform/env'

const isHttps = appUrl.startsWith('https:')

/** `__Host-` needs https; on http (local mode) the plain name is used. */
export const CART_COOKIE = isHttps ? '__Host-hs_cart' : 'hs_cart'

/** Readable by scripts. Holds nothing but which httpOnly cookies there are: `c` for a cart. */
export const MARKER_COOKIE = 'hs'

const CART_DAYS = 60

export const cartCookieOptions = { httpOnly: true, secure: isHttps, sameSite: 'lax', path: '/', maxAge: CART_DAYS * 86_400 } as const
export const markerCookieOptions = { httpOnly: false, secure: isHttps, sameSite: 'lax', path: '/', maxAge: CART_DAYS * 86_400 } as const

type CookieOptions = { httpOnly: boolean; secure: boolean; sameSite: string; path: string; maxAge: number }

/** A `Set-Cookie` value. Source: RFC 6265bis. */
export function serializeCookie(name: string, value: string, { httpOnly, secure, sameSite, path, maxAge }: CookieOptions): string {
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
