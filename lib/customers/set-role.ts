import { eq } from 'drizzle-orm'
import { users } from '@/db/schema/customers'
import { transaction } from '@/db/transaction'
import type { Ctx, Role } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'

/** Holds from the person's next request on, because roles are read with the session. @throws forbidden, not_found, conflict for one's own role */
export async function setRole(ctx: Ctx, { userId, role }: { userId: UserId; role: Role }): Promise<void> {
  requireCan(ctx, 'staff.manage')
  refuseOneself(ctx, userId)
  await transaction(async (tx) => {
    const changed = await tx.update(users).set({ role, updatedAt: new Date() }).where(eq(users.id, userId)).returning({ id: users.id })
    if (changed.length === 0) throw new DomainError('not_found')
    publish(tx, { type: 'customer.changed', userId })
  })
}

/** The last admin must not lock everybody out by a slip of the hand. @throws conflict */
export function refuseOneself({ actor }: Ctx, userId: UserId): void {
  if (actor.kind === 'user' && actor.userId === userId) throw new DomainError('conflict', { detail: 'Somebody else has to do this to your account.' })
}
