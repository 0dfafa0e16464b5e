import { eq } from 'drizzle-orm'
import { sessions } from '@/db/schema/accounts'
import { users } from '@/db/schema/customers'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { refuseOneself } from './set-role'

/** Closes an account, from its next request on, or opens it again; its sessions are gone for good. @throws forbidden, not_found, conflict */
export async function banUser(ctx: Ctx, { userId, isBanned }: { userId: UserId; isBanned: boolean }): Promise<void> {
  requireCan(ctx, 'customers.write')
  refuseOneself(ctx, userId)
  await transaction(async (tx) => {
    const now = new Date()
    const changed = await tx
      .update(users)
      .set({ bannedAt: isBanned ? now : null, updatedAt: now })
      .where(eq(users.id, userId))
      .returning({ id: users.id })
    if (changed.length === 0) throw new DomainError('not_found')
    await tx.delete(sessions).where(eq(sessions.userId, userId))
    publish(tx, { type: 'customer.changed', userId })
  })
}
