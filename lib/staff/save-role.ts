import { eq, sql } from 'drizzle-orm'
import { staffRoles } from '@/db/schema/customers'
import { constraintName, type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId, type StaffRoleId } from '@/lib/core/ids'
import { type StaffPermission, staffPermissions } from '@/lib/core/permissions'
import { requireCan } from '@/lib/platform/auth/can'
import type { RemoveRole, RoleChanged, SaveRole } from './schemas'

/**
 * Makes a role or changes what it allows; it holds from the next request of everybody who has it. One transaction.
 * @throws forbidden, not_found, stale with the difference, invalid_input when the name is taken
 */
export async function saveRole(ctx: Ctx, { id, version, name, permissions }: SaveRole): Promise<RoleChanged> {
  requireCan(ctx, 'staff.manage')
  try {
    return await transaction(async (tx) => {
      const before = id ? await lockRole(tx, id) : null
      if (before && before.version !== version) throw staleRole(before)
      const roleId = id ?? newId<StaffRoleId>()
      const after = { name, permissions: [...permissions].sort() }
      const written = await writeRole(tx, roleId, after)
      const undo = audited(tx, ctx, {
        action: before ? 'role.changed' : 'role.added',
        subject: { type: 'role', id: roleId, label: name },
        before: before && { name: before.name, permissions: before.permissions },
        after,
        version: before ? written : undefined,
      })
      return { id: roleId, undo: before ? undo : null }
    })
  } catch (error) {
    if (constraintName(error) !== 'staff_roles_name') throw error
    throw new DomainError('invalid_input', { errors: [{ pointer: '/name', detail: 'Another role has this name.' }] })
  }
}

/**
 * Takes a role away that nobody has: the usual permissions of staff may be wider. Whoever gives it to somebody meanwhile (`setRole`) waits for
 * the row that is locked here, or is waited for. One transaction. @throws forbidden, not_found, conflict
 */
export async function removeRole(ctx: Ctx, { id }: RemoveRole): Promise<Record<string, never>> {
  requireCan(ctx, 'staff.manage')
  return transaction(async (tx) => {
    const { name, permissions } = await lockRole(tx, id)
    await requireUnused(tx, id)
    await tx.delete(staffRoles).where(eq(staffRoles.id, id))
    audited(tx, ctx, { action: 'role.removed', subject: { type: 'role', id, label: name }, before: { name, permissions } })
    return {}
  })
}

/** @throws conflict */
async function requireUnused(tx: Tx, id: StaffRoleId): Promise<void> {
  const members = await tx.execute<{ name: string }>(sql`
    select name from users where staff_role_id = ${id} and role = 'staff' and erased_at is null order by lower(name), id`)
  const [first, second] = members
  if (!first) return
  const others = !second ? '' : members.length === 2 ? ` and ${second.name}` : ` and ${members.length - 1} others`
  const detail = `${first.name}${others} ${second ? 'have' : 'has'} this role. Give them another one first.`
  throw new DomainError('conflict', { detail })
}

type Role = { name: string; permissions: StaffPermission[] }

/** @throws not_found */
export async function lockRole(tx: Tx, id: StaffRoleId): Promise<Role & { version: string }> {
  const [row] = await tx.select().from(staffRoles).where(eq(staffRoles.id, id)).for('update')
  if (!row) throw new DomainError('not_found', { detail: 'There is no such role.' })
  return { name: row.name, permissions: row.permissions, version: String(row.updatedAt.getTime()) }
}

/** @returns the role's version from now on */
export async function writeRole(tx: Tx, id: StaffRoleId, { name, permissions }: Role): Promise<string> {
  const updatedAt = new Date()
  await tx
    .insert(staffRoles)
    .values({ id, name, permissions, updatedAt })
    .onConflictDoUpdate({ target: staffRoles.id, set: { name: sql`excluded.name`, permissions: sql`excluded.permissions`, updatedAt } })
  return String(updatedAt.getTime())
}

function staleRole({ name, permissions, version }: Role & { version: string }): DomainError {
  const allowed = permissions.map((permission) => staffPermissions[permission]).join(', ')
  const changes = [
    { label: 'The name', theirs: name },
    { label: 'What it allows', theirs: allowed || 'nothing' },
  ]
  return new DomainError('stale', { extra: { version, changes } })
}
