import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import type { Ctx } from '@/lib/core/context'
import { clearedSessionCookies } from '@/lib/platform/auth/session-cookie'

/** Ends this device's session, from its next request on. Whoever is not signed in is answered alike. One statement. */
export async function signOut(ctx: Ctx): Promise<{ signed_in: false }> {
  if (ctx.session) await database().delete(sessions).where(eq(sessions.id, ctx.session.id))
  ctx.answerCookies?.push(...clearedSessionCookies())
  return { signed_in: false }
}
