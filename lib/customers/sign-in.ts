import type { Ctx } from '@/lib/core/context'
import { DomainError, isDomainError } from '@/lib/core/errors'
import { sessionCookies } from '@/lib/platform/auth/session-cookie'
import { countPasswordAttempt, forgivePasswordAttempt } from '@/lib/platform/auth/sign-in-limit'
import { openByPassword } from './open-by-password'
import { sendVerification } from './resend-verification'
import type { SignedIn, SignIn } from './schemas'

/**
 * Signs in by password, with a token of its own for each device. A guest's cart and orders join the account in the same transaction.
 * Unknown addresses cost a hash too and are answered alike (S6).
 * @throws unauthenticated, rate_limited with the seconds to wait, forbidden when the address is not confirmed yet (a new link is on its
 * way then) or the account is closed, unavailable when too many people sign in at this moment.
 */
export async function signIn(ctx: Ctx, { email, password }: SignIn): Promise<SignedIn> {
  await countPasswordAttempt(ctx, email)
  try {
    const signedIn = await openByPassword(ctx, { email, password })
    await forgivePasswordAttempt(ctx, email)
    return signedIn
  } catch (error) {
    if (!isDomainError(error) || error.options.extra?.reason !== 'email_not_verified') throw error
    await forgivePasswordAttempt(ctx, email)
    await sendVerification(ctx, email)
    throw new DomainError('forbidden', {
      detail: 'Please confirm your e-mail address first: we have just sent you a new link.',
      extra: { reason: 'email_not_verified' },
    })
  }
}

/** The same for a browser: the token goes into its cookie and nowhere else. */
export async function signInBrowser(ctx: Ctx, input: SignIn): Promise<Omit<SignedIn, 'token'>> {
  return toBrowser(ctx, await signIn(ctx, input))
}

export function toBrowser(ctx: Ctx, { token, ...rest }: SignedIn): Omit<SignedIn, 'token'> {
  ctx.answerCookies?.push(...sessionCookies(token.slice(0, token.lastIndexOf('.'))))
  return rest
}
