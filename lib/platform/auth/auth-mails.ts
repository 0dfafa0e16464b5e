import { createEmailVerificationToken } from 'better-auth/api'
import { and, eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema/customers'
import type { Tx } from '@/db/transaction'
import { newId, type UserId } from '@/lib/core/ids'
import { sendEmail } from '@/lib/platform/email/send-email'
import { keepEmailChangeLink } from './email-change-links'
import { operation } from './operation'
import { authSecret } from './session-cookie'

export const VERIFY_HOURS = 24
export const RESET_MINUTES = 60

type AuthUser = { id: string; email: string; emailVerified: boolean }

export async function mailVerification(user: AuthUser, token: string): Promise<void> {
  const { tx, confirms } = operation()
  const about = { userId: user.id as UserId }
  if (confirms === 'email_change') {
    await keepEmailChangeLink(tx, about.userId, token, VERIFY_HOURS)
    const props = { confirm_path: `/account/confirm-email?token=${token}`, valid_hours: VERIFY_HOURS }
    await sendEmail(tx, 'email_change_confirm', user.email, props, `email_change_confirm:${newId()}`, about)
  } else {
    const props = { verify_path: `/verify-email?token=${token}`, valid_hours: VERIFY_HOURS }
    await sendEmail(tx, 'verify_email', user.email, props, `verify_email:${newId()}`, about)
  }
}

/** The link of a new account again. better-auth's own operation for it would hold a connection for half a second, to answer alike. */
export async function mailVerificationAgain({ tx }: { tx: Tx }, email: string): Promise<void> {
  const token = await createEmailVerificationToken(authSecret, email, undefined, VERIFY_HOURS * 3600)
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(sql`lower(${users.email})`, email.toLowerCase()), eq(users.emailVerified, false)))
  if (user) await mailVerification(user, token)
}

export async function mailReset(user: AuthUser, token: string): Promise<void> {
  const props = { reset_path: `/reset-password?token=${token}`, valid_minutes: RESET_MINUTES }
  await sendEmail(operation().tx, 'reset_password', user.email, props, `reset_password:${newId()}`, { userId: user.id as UserId })
}

/**
 * Somebody registers with an address that has an account. While that account is not confirmed, its password may be a stranger's who
 * typed this address first: a link to confirm it would let the stranger in, so the way on is a password of one's own.
 */
export async function mailExistingAccount(user: AuthUser): Promise<void> {
  const props = { sign_in_path: '/sign-in', reset_path: '/forgot-password' }
  await sendEmail(operation().tx, 'account_exists', user.email, props, `account_exists:${newId()}`, { userId: user.id as UserId })
}

/** Whoever opened the mailed link reads the address's mail, so it is confirmed; older links must not change the password again. */
export async function afterReset({ id, email }: AuthUser): Promise<void> {
  const { tx } = operation()
  await tx.execute(sql`update users set email_verified = true, updated_at = now() where id = ${id} and not email_verified`)
  await tx.execute(sql`delete from verifications where value = ${id}`)
  await mailPasswordChanged(tx, { id: id as UserId, email })
}

export async function mailPasswordChanged(tx: Tx, { id, email }: { id: UserId; email: string }): Promise<void> {
  const props = { changed_at: new Date().toISOString(), reset_path: '/forgot-password' }
  await sendEmail(tx, 'password_changed', email, props, `password_changed:${newId()}`, { userId: id })
}
