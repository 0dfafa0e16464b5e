import { and, eq, ne } from 'drizzle-orm'
import { database } from '@/db/client'
import { sessions } from '@/db/schema/accounts'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireSession, requireUser } from '@/lib/platform/auth/can'
import type { BySessionId } from './schemas'
import { signOut } from './sign-out'

/** Signs one of one's own devices out. One statement. @throws unauthenticated, not_found also for somebody else's. */
export async function endSession(ctx: Ctx, { id }: BySessionId): Promise<{ ended: number }> {
  const userId = requireUser(ctx)
  if (ctx.session?.id === id) {
    await signOut(ctx)
    return { ended: 1 }
  }
  const ended = await database()
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .returning({ id: sessions.id })
  if (ended.length === 0) throw new DomainError('not_found', { detail: 'This device is signed out already.' })
  return { ended: 1 }
}

/** Signs every device out but this one. One statement. @throws unauthenticated */
export async function endOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const { id, userId } = requireSession(ctx)
  const ended = await database()
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, id)))
    .returning({ id: sessions.id })
  return { ended: ended.length }
}
