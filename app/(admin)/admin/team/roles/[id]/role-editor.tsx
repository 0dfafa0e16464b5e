'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { ActionButton } from '@/app/(admin)/_parts/action-button'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import type { StaffRole } from '@/lib/staff/schemas'
import { addRoleAction, removeRoleAction, saveRoleAction } from '../../actions'
import { RoleFields } from '../../role-fields'

export function RoleEditor({ role }: { role: StaffRole }) {
  return (
    <div className="grid gap-6">
      <EditorForm action={saveRoleAction} version={role.version} said={`${role.name} is saved.`}>
        {(form) => (
          <>
            <input type="hidden" name="id" value={role.id} />
            <RoleFields form={form} name={role.name} permissions={role.permissions} />
          </>
        )}
      </EditorForm>
      <div className="border-line border-t pt-4">
        {role.members > 0 ? (
          <p className="text-muted text-sm">
            To remove this role, first give {role.members === 1 ? 'its member' : 'its members'} another one{' '}
            <a href="/admin/team" className="text-accent underline underline-offset-4">
              on the team page
            </a>
            .
          </p>
        ) : (
          <ActionButton
            action={removeRoleAction}
            fields={{ id: role.id }}
            said={`${role.name} is removed.`}
            look="danger"
            ask={{ title: `Remove the role ${role.name}?`, text: 'Nobody has it.', yes: 'Remove the role' }}
          >
            Remove this role
          </ActionButton>
        )}
      </div>
    </div>
  )
}

export function NewRole() {
  const form = useFormAction(addRoleAction)
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      <RoleFields form={form} name="" permissions={[]} />
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Add the role
      </SubmitButton>
    </form>
  )
}
