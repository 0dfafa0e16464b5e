import { z } from 'zod'
import { StaffRoleId } from '@/lib/core/ids'
import { lockRole, writeRole } from '@/lib/staff/save-role'
import { SaveRole } from '@/lib/staff/schemas'
import { requireUnmoved, type UndoHandler } from './handler'

const Before = z.object({ name: SaveRole.shape.name, permissions: SaveRole.shape.permissions })

/** What a role is called and allows. */
export const undoRole: UndoHandler = {
  permission: 'staff.manage',
  async revert(tx, _ctx, entry) {
    const id = StaffRoleId.parse(entry.subject.id)
    const { version, ...now } = await lockRole(tx, id)
    requireUnmoved(version, entry)
    const before = Before.parse(entry.before)
    return { before: now, after: before, version: await writeRole(tx, id, before) }
  },
}
