import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { withAuth, withPassword } from '@/lib/platform/auth/better-auth'
import { requireSession } from '@/lib/platform/auth/can'
import { countMailRequest } from '@/lib/platform/auth/mail-limit'
import { countPasswordAttempt, forgivePasswordAttempt } from '@/lib/platform/auth/sign-in-limit'
import type { ChangeEmail, Sent } from './schemas'

/**
 * Mails a link to the new address; until it is opened nothing changes. An address that has an account is answered alike and gets no mail.
 * @throws unauthenticated, invalid_input when the password is wrong or the address is the same, rate_limited.
 */
export async function requestEmailChange(ctx: Ctx, { email, current_password }: ChangeEmail): Promise<Sent> {
  const session = requireSession(ctx)
  if (email === session.email.toLowerCase()) {
    throw new DomainError('invalid_input', { errors: [{ pointer: '/email', detail: 'This is your address already.' }] })
  }
  await countPasswordAttempt(ctx, session.email)
  await withPassword(ctx, ({ api }, { headers }) => api.verifyPassword({ body: { password: current_password }, headers }))
  // Before anything else can be refused: the right password is never counted as a wrong one.
  await forgivePasswordAttempt(ctx, session.email)
  await countMailRequest(ctx, email)
  await withAuth(ctx, async ({ api }, operation) => {
    operation.confirms = 'email_change'
    await api.changeEmail({ body: { newEmail: email }, headers: operation.headers })
  })
  return { message: `We have sent a link to ${email}. Open it to use this address from then on.` }
}
