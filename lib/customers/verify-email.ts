import type { Ctx } from '@/lib/core/context'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { countPasswordAttempt, forgivePasswordAttempt } from '@/lib/platform/auth/sign-in-limit'
import { addressOfLink } from './link-token'
import { openByPassword } from './open-by-password'
import type { SignedIn, VerifyEmail } from './schemas'
import { toBrowser } from './sign-in'

/**
 * Confirms the address of a new account by the mailed link and the password it was opened with, and signs in. The link alone is not
 * enough: anybody can open an account with somebody else's address, and its owner, who only sees a mail they half expect, would confirm
 * a stranger's password and hand over their orders.
 * @throws not_found when the link is not ours or too old, invalid_input for another password, rate_limited, forbidden for a closed account.
 */
export async function verifyEmail(ctx: Ctx, { token, password }: VerifyEmail): Promise<Omit<SignedIn, 'token'>> {
  const email = addressOfLink(token, 'account')
  await countPasswordAttempt(ctx, email)
  try {
    const opened = await openByPassword(ctx, { email, password }, ({ api }) => api.verifyEmail({ query: { token } }))
    await forgivePasswordAttempt(ctx, email)
    return toBrowser(ctx, opened)
  } catch (error) {
    throw isDomainError(error) && error.code === 'unauthenticated' ? notItsPassword() : error
  }
}

const notItsPassword = () =>
  new DomainError('invalid_input', {
    errors: [
      {
        pointer: '/password',
        detail: 'The account was not opened with this password. If you did not open it, choose a new password: that makes it yours alone.',
      },
    ],
  })
