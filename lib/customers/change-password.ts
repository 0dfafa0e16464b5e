import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/core/context'
import { notifySafety } from '@/lib/notifications/notify-safety'
import { mailPasswordChanged } from '@/lib/platform/auth/auth-mails'
import { withPassword } from '@/lib/platform/auth/better-auth'
import { requireSession } from '@/lib/platform/auth/can'
import { sessionCookies, signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { countPasswordAttempt, forgivePasswordAttempt } from '@/lib/platform/auth/sign-in-limit'
import { requireNotOnesAddress } from './not-ones-address'
import type { ChangePassword, PasswordChanged } from './schemas'

/**
 * Every other device is signed out, and links to choose a password that are still about are worth nothing. This device gets a new token: a
 * browser in its cookie, a program in the answer.
 * @throws unauthenticated, invalid_input when the current password is wrong or the new one is the address, rate_limited after too many guesses.
 */
export async function changePassword(ctx: Ctx, { current_password, new_password }: ChangePassword): Promise<PasswordChanged> {
  const { userId, email } = requireSession(ctx)
  requireNotOnesAddress(new_password, email, '/new_password')
  await countPasswordAttempt(ctx, email)
  const token = await withPassword(ctx, async ({ api }, { tx, headers }) => {
    // Of two changes at once the second one sees what the first has made of the password.
    await tx.execute(sql`select 1 from users where id = ${userId} for update`)
    const body = { currentPassword: current_password, newPassword: new_password, revokeOtherSessions: true }
    const changed = await api.changePassword({ body, headers })
    await tx.execute(sql`delete from verifications where value = ${userId}`)
    await mailPasswordChanged(tx, { id: userId, email })
    await notifySafety(tx, userId, 'password')
    return changed.token
  })
  await forgivePasswordAttempt(ctx, email)
  const message = 'Your password is changed. All other devices are signed out.'
  if (!token) throw new Error('The session did not get a new token')
  // Scripts of a page must not see a browser's token (S4).
  if (ctx.isBearer) return { message, token: signedSessionToken(token) }
  ctx.answerCookies?.push(...sessionCookies(token))
  return { message }
}
