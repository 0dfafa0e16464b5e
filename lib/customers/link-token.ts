import { z } from 'zod'
import { DomainError } from '@/lib/core/errors'

export const linkIsOver = () =>
  new DomainError('not_found', { detail: 'This link has been used, is too old, or was not copied whole. Ask for a new one.' })

const Claims = z.object({ updateTo: z.string().optional() })

/**
 * Links that confirm a new account and links that change an address are signed alike by better-auth; one must not do the other's work.
 * Only tells them apart: better-auth checks the signature. @throws not_found
 */
export function requireLinkFor(token: string, purpose: 'account' | 'email_change'): void {
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
