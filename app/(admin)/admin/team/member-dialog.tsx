'use client'

import { KeptSelect } from '@/app/_client/kept-select'
import { Field, inputClass } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import type { Role } from '@/lib/core/context'
import type { StaffRoleId, UserId } from '@/lib/core/ids'
import { setMemberAction } from './actions'

type Props = {
  member: { id: UserId; name: string; role: Role; staff_role_id: StaffRoleId | null }
  roles: { id: string; name: string }[]
  /** What the button is called. */
  open?: string
}

/** One choice: an admin, staff with the usual or a named role, or no member any more. */
export function MemberDialog({ member, roles, open = 'Change' }: Props) {
  const now = member.role === 'staff' ? (member.staff_role_id ?? 'staff') : member.role
  return (
    <FormDialog open={open} title={`What ${member.name} may do`} yes="Save" said={`${member.name} has the new role.`} action={setMemberAction}>
      {(form) => (
        <>
          <input type="hidden" name="user_id" value={member.id} />
          <Field
            id="staff_role_id"
            label="Role"
            error={form.errors.staff_role_id}
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="as" first={now} className={inputClass}>
                <option value="admin">Admin: everything</option>
                <option value="staff">Staff, the usual</option>
                {roles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value="customer">{member.role === 'customer' ? 'A customer, not in the team' : 'Not in the team any more'}</option>
              </KeptSelect>
            )}
          />
        </>
      )}
    </FormDialog>
  )
}
