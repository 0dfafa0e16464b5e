import { createHash, randomBytes } from 'node:crypto'
import { isSignedBy, sign } from '@/lib/platform/secrets'

/** A guest's cart is known by a random token, signed so that made-up ones cost no query. The database keeps its hash only. */
export type CartToken = { token: string; sessionKey: string }

const PURPOSE = 'cart-token'

export function newCartToken(): CartToken {
  const secret = randomBytes(24).toString('base64url')
  return { token: `${secret}.${sign(PURPOSE, secret)}`, sessionKey: sessionKeyOf(secret) }
}

/** Null when the token was not made here. */
export function readCartToken(token: string): CartToken | null {
  const [secret, signature, ...rest] = token.split('.')
  if (!secret || !signature || rest.length > 0 || !isSignedBy(PURPOSE, secret, signature)) return null
  return { token, sessionKey: sessionKeyOf(secret) }
}

const sessionKeyOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')
