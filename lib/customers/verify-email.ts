import type { Ctx } from '@/lib/core/context'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { sessionCookies } from '@/lib/platform/auth/session-cookie'
import { requireLinkFor } from './link-token'
import { openSession } from './open-session'
import type { ByToken } from './schemas'

/**
 * Confirms the address of a new account by the mailed link. The first time it also signs in; afterwards the link only says that all is
 * well, so that it opens nothing for whoever finds it later.
 * @throws not_found when the link is not ours or too old.
 */
export async function verifyEmail(ctx: Ctx, { token }: ByToken): Promise<{ is_signed_in: boolean }> {
  requireLinkFor(token, 'account')
  const opened = await withAuth(ctx, async (auth, operation) => {
    await auth.api.verifyEmail({ query: { token } })
    const { verifiedUserId } = operation
    return verifiedUserId ? openSession(auth, operation.tx, ctx, verifiedUserId) : null
  })
  if (opened) ctx.answerCookies?.push(...sessionCookies(opened.token))
  return { is_signed_in: opened !== null }
}
