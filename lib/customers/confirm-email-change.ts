import { eq } from 'drizzle-orm'
import { verifications } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import type { Ctx } from '@/lib/core/context'
import { newId } from '@/lib/core/ids'
import { notifySafety } from '@/lib/notifications/notify-safety'
import { withAuth } from '@/lib/platform/auth/better-auth'
import { requireSession } from '@/lib/platform/auth/can'
import { takeEmailChangeLink } from '@/lib/platform/auth/email-change-links'
import { sendEmail } from '@/lib/platform/email/send-email'
import { publish } from '@/lib/platform/events/publish'
import { claimGuestOrders } from './join-account'
import { linkIsOver, requireLinkFor } from './link-token'
import type { ByToken, Sent } from './schemas'

/**
 * The second half of a change of address: the link in the new mailbox, opened by whoever is signed in to the account. Without the
 * session it does nothing, so a link that went to a stranger by a typing error lets nobody in. The old address is told.
 * @throws unauthenticated, forbidden for another account's link, not_found when it is too old or used, conflict when the address is taken.
 */
export async function confirmEmailChange(ctx: Ctx, { token }: ByToken): Promise<Sent> {
  const { userId, email: oldEmail } = requireSession(ctx)
  requireLinkFor(token, 'email_change')
  const newEmail = await withAuth(ctx, async ({ api }, { tx, headers }) => {
    // What they bought as a guest under the old address is theirs, and nobody could claim it afterwards.
    await claimGuestOrders(tx, userId)
    await api.verifyEmail({ query: { token }, headers })
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, userId))
    if (!user || user.email === oldEmail || !(await takeEmailChangeLink(tx, userId, token))) throw linkIsOver()
    const { email } = user
    const props = { new_email: email, changed_at: new Date().toISOString() }
    await sendEmail(tx, 'email_changed', oldEmail, props, `email_changed:${newId()}`, { userId })
    await notifySafety(tx, userId, 'email')
    await claimGuestOrders(tx, userId)
    // A link for a new password may still lie in the old mailbox.
    await tx.delete(verifications).where(eq(verifications.value, userId))
    publish(tx, { type: 'customer.changed', userId })
    return email
  })
  return { message: `From now on you sign in with ${newEmail}.` }
}
