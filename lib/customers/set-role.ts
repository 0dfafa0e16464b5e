import { eq } from 'drizzle-orm'
import { staffRoles, users } from '@/db/schema/customers'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx, Role } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { StaffRoleId, UserId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'

type Wanted = { userId: UserId; role: Role; staffRoleId?: StaffRoleId | null }

/**
 * Holds from the person's next request on, because roles are read with the session. Staff without a role of their own may do the usual.
 * One transaction. @throws forbidden, not_found, conflict for one's own role, invalid_input when the role of the staff is gone
 */
export async function setRole(ctx: Ctx, { userId, role, staffRoleId = null }: Wanted): Promise<void> {
  requireCan(ctx, 'staff.manage')
  refuseOneself(ctx, userId)
  await transaction(async (tx) => {
    const before = await lockMember(tx, userId)
    const roleId = role === 'staff' ? staffRoleId : null
    const after = { role, staff_role: roleId && (await requireRoleName(tx, roleId)) }
    await tx.update(users).set({ role, staffRoleId: roleId, updatedAt: new Date() }).where(eq(users.id, userId))
    publish(tx, { type: 'customer.changed', userId })
    audited(tx, ctx, { action: 'member.role_changed', subject: { type: 'customer', id: userId }, before, after })
  })
}

/** @throws not_found */
async function lockMember(tx: Tx, userId: UserId) {
  const [row] = await tx
    .select({ role: users.role, staff_role: staffRoles.name })
    .from(users)
    .leftJoin(staffRoles, eq(staffRoles.id, users.staffRoleId))
    .where(eq(users.id, userId))
    .for('no key update', { of: users })
  if (!row) throw new DomainError('not_found')
  return row
}

/** It stays until the commit. @throws invalid_input */
async function requireRoleName(tx: Tx, id: StaffRoleId): Promise<string> {
  const [found] = await tx.select({ name: staffRoles.name }).from(staffRoles).where(eq(staffRoles.id, id)).for('key share')
  if (found) return found.name
  throw new DomainError('invalid_input', { errors: [{ pointer: '/staff_role_id', detail: 'This role is gone. Choose another one.' }] })
}

/** The last admin must not lock everybody out by a slip of the hand. @throws conflict */
export function refuseOneself({ actor }: Ctx, userId: UserId): void {
  if (actor.kind === 'user' && actor.userId === userId) throw new DomainError('conflict', { detail: 'Somebody else has to do this to your account.' })
}
