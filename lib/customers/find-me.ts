import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { users } from '@/db/schema/customers'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import type { Me } from './schemas'

/** Oneself. One statement. @throws unauthenticated */
export async function findMe(ctx: Ctx): Promise<Me> {
  const [user] = await database()
    .select()
    .from(users)
    .where(eq(users.id, requireUser(ctx)))
  if (!user) throw new DomainError('unauthenticated', { detail: 'Please sign in first.' })
  return meView(user)
}

export const meView = (user: typeof users.$inferSelect): Me => ({
  id: user.id,
  name: user.name,
  email: user.email,
  is_email_verified: user.emailVerified,
  role: user.role,
  marketing_consent: user.marketingConsent,
  created_at: user.createdAt.toISOString(),
})
