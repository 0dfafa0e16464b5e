import { eq } from 'drizzle-orm'
import { users } from '@/db/schema/customers'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import { type Auth, withPassword } from '@/lib/platform/auth/better-auth'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { joinAccount } from './join-account'
import type { SignedIn, SignIn } from './schemas'

/**
 * A new session for who knows the password, in one transaction with what happens `before` it (the address is confirmed, say) and with what
 * the guest did becoming the account's. A wrong password undoes all of it. @throws unauthenticated, forbidden, unavailable
 */
export function openByPassword(ctx: Ctx, body: SignIn, before?: (auth: Auth) => Promise<unknown>): Promise<SignedIn> {
  return withPassword(ctx, async (auth, { tx, headers }) => {
    await before?.(auth)
    const { token, user } = await auth.api.signInEmail({ body, headers })
    const userId = user.id as UserId
    const [row] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId))
    return {
      token: signedSessionToken(token),
      user: { id: userId, name: user.name, role: row?.role ?? 'customer' },
      reduced_lines: await joinAccount(tx, ctx, userId),
    }
  })
}
