import type { Tx } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import type { UserId } from '@/lib/core/ids'
import type { Auth } from '@/lib/platform/auth/better-auth'
import { joinAccount } from './join-account'

/** A new session for somebody who proved who they are without a password: by the link in a mail. @throws forbidden when the account is closed */
export async function openSession(auth: Auth, tx: Tx, ctx: Ctx, userId: UserId): Promise<{ token: string }> {
  const { internalAdapter } = await auth.$context
  const { token } = await internalAdapter.createSession(userId)
  await joinAccount(tx, ctx, userId)
  return { token }
}
