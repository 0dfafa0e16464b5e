import { z } from 'zod'
import { StaffRoleId, UserId } from '@/lib/core/ids'
import { type StaffPermission, staffPermissions } from '@/lib/core/permissions'

const names = Object.keys(staffPermissions) as [StaffPermission, ...StaffPermission[]]

export const StaffRole = z.object({
  id: StaffRoleId,
  name: z.string(),
  permissions: z.array(z.enum(names)),
  members: z.number().int(),
  version: z.string(),
})
export type StaffRole = z.infer<typeof StaffRole>

export const Team = z.object({
  members: z.array(
    z.object({
      id: UserId,
      name: z.string(),
      email: z.string(),
      role: z.enum(['staff', 'admin']),
      staff_role_id: StaffRoleId.nullable(),
      /** Their account is closed: they cannot come in. */
      is_banned: z.boolean(),
    }),
  ),
  roles: z.array(StaffRole),
})
export type Team = z.infer<typeof Team>

export const SaveRole = z.strictObject({
  /** Absent for a new one. */
  id: StaffRoleId.optional(),
  version: z.string().max(40).optional(),
  name: z.string().trim().min(1, 'Give the role a name.').max(60),
  permissions: z.array(z.enum(names)).max(names.length),
})
export type SaveRole = z.infer<typeof SaveRole>

export const RemoveRole = z.strictObject({ id: StaffRoleId })
export type RemoveRole = z.infer<typeof RemoveRole>

/** `customer` takes somebody out of the team. */
export const SetMember = z.strictObject({ user_id: UserId, role: z.enum(['customer', 'staff', 'admin']), staff_role_id: StaffRoleId.nullable() })
export type SetMember = z.infer<typeof SetMember>

export const AddMember = z.strictObject({ email: z.email('Enter an e-mail address like name@example.com.').max(254) })
export type AddMember = z.infer<typeof AddMember>

export const RoleChanged = z.object({ id: StaffRoleId, undo: z.string().nullish() })
export type RoleChanged = z.infer<typeof RoleChanged>
