import { z } from 'zod'
import { DomainError } from '@/lib/core/errors'

type Purpose = 'account' | 'email_change'

export const linkIsOver = () =>
  new DomainError('not_found', { detail: 'This link has been used, is too old, or was not copied whole. Ask for a new one.' })

const Claims = z.object({ email: z.email(), updateTo: z.string().optional(), exp: z.number().optional() })

/** Whose address a link is about, to be shown; null when it was not copied whole. */
export function emailOfLink(token: string): string | null {
  try {
    return Claims.parse(readClaims(token)).email
  } catch {
    return null
  }
}

/** Whether a link looks like one that confirms an account and is not too old, so that nobody types a password for nothing. */
export function isAccountLink(token: string): boolean {
  try {
    requireLinkFor(token, 'account')
    const { exp } = Claims.parse(readClaims(token))
    return exp === undefined || exp * 1000 > Date.now()
  } catch {
    return false
  }
}

/** Whose address a link confirms; to be trusted once better-auth has seen the signature. @throws not_found */
export function addressOfLink(token: string, purpose: Purpose): string {
  requireLinkFor(token, purpose)
  return Claims.parse(readClaims(token)).email.toLowerCase()
}

/**
 * Links that confirm a new account and links that change an address are signed alike by better-auth; one must not do the other's work.
 * Only tells them apart: better-auth checks the signature. @throws not_found
 */
export function requireLinkFor(token: string, purpose: Purpose): void {
  const claims = Claims.safeParse(readClaims(token))
  if (!claims.success || (claims.data.updateTo !== undefined) !== (purpose === 'email_change')) throw linkIsOver()
}

/** The middle part of a JSON Web Token (RFC 7519). */
function readClaims(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  } catch {
    throw linkIsOver()
  }
}
