import { eq } from 'drizzle-orm'
import { users } from '@/db/schema/customers'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import { allowAgain } from '@/lib/platform/email/suppressions'
import { publish } from '@/lib/platform/events/publish'
import { meView } from './find-me'
import type { Me, UpdateMe } from './schemas'

/**
 * Changes what is given and leaves the rest. Who agrees to our mails again gets them again, at a confirmed address. One transaction, one
 * statement, one more for the agreement, and the event's. @throws unauthenticated
 */
export async function updateMe(ctx: Ctx, { name, marketing_consent: marketingConsent }: UpdateMe): Promise<Me> {
  const userId = requireUser(ctx)
  return transaction(async (tx) => {
    const [user] = await tx.update(users).set({ name, marketingConsent, updatedAt: new Date() }).where(eq(users.id, userId)).returning()
    if (!user) throw new DomainError('unauthenticated', { detail: 'Please sign in first.' })
    if (marketingConsent && user.emailVerified) await allowAgain(tx, user.email, ['marketing', 'abandoned_cart'])
    publish(tx, { type: 'customer.changed', userId })
    return meView(user)
  })
}
