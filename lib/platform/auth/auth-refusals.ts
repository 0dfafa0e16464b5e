import { APIError } from 'better-auth/api'
import { constraintName } from '@/db/transaction'
import { DomainError } from '@/lib/core/errors'

/** better-auth's refusals in our words; anything else is a bug and stays what it is. */
export function refusalInOurWords(error: unknown): unknown {
  if (constraintName(error) === 'users_email') {
    return new DomainError('conflict', { detail: 'Another account uses this address by now.', cause: error })
  }
  const code = error instanceof APIError ? error.body?.code : undefined
  const refusal = code === undefined ? undefined : refusals[code]
  return refusal ? refusal() : error
}

const linkIsOver = () => new DomainError('not_found', { detail: 'This link has been used, is too old, or was not copied whole. Ask for a new one.' })

const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: () => new DomainError('unauthenticated', { detail: 'This address and this password do not belong together.' }),
  INVALID_PASSWORD: () => new DomainError('invalid_input', { errors: [{ pointer: '/current_password', detail: 'This is not your password.' }] }),
  EMAIL_NOT_VERIFIED: () => new DomainError('forbidden', { extra: { reason: 'email_not_verified' } }),
  ACCOUNT_CLOSED: () => new DomainError('forbidden', { detail: 'This account is closed. Write to us if you think that is a mistake.' }),
  UNAUTHORIZED: () => new DomainError('unauthenticated', { detail: 'Please sign in first.' }),
  INVALID_TOKEN: linkIsOver,
  TOKEN_EXPIRED: linkIsOver,
  USER_NOT_FOUND: linkIsOver,
  INVALID_USER: () => new DomainError('forbidden', { detail: 'This link belongs to another account. Sign in with that one to use it.' }),
}
