'use client'

import { KeptSelect } from '@/app/_client/kept-select'
import { Field, inputClass } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import type { Team } from '@/lib/staff/schemas'
import { setMemberAction } from './actions'

type Props = { member: Team['members'][number]; roles: { id: string; name: string }[] }

/** One choice: an admin, staff with the usual or a named role, or no member any more. */
export function MemberDialog({ member, roles }: Props) {
  const now = member.role === 'admin' ? 'admin' : (member.staff_role_id ?? 'staff')
  return (
    <FormDialog open="Change" title={`What ${member.name} may do`} yes="Save" said={`${member.name} has the new role.`} action={setMemberAction}>
      {(form) => (
        <>
          <input type="hidden" name="user_id" value={member.id} />
          <Field
            id="member-role"
            label="Role"
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="as" first={now} className={inputClass}>
                <option value="admin">Admin: everything</option>
                <option value="staff">Staff, the usual</option>
                {roles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value="customer">Not in the team any more</option>
              </KeptSelect>
            )}
          />
        </>
      )}
    </FormDialog>
  )
}
