'use client'

import type { FormActionState } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { type StaffPermission, staffPermissions } from '@/lib/core/permissions'

type Props = { form: FormActionState<unknown>; name: string; permissions: readonly StaffPermission[] }

const groupNames: Record<string, string> = {
  orders: 'Orders',
  catalog: 'Products and categories',
  inventory: 'Inventory',
  customers: 'Customers',
  reviews: 'Reviews',
  reports: 'Reports',
  settings: 'Settings',
  operations: 'Operations',
  audit: 'Activity log',
}

/** By the noun before the dot, in the order of the table. */
const groups = new Map<string, [StaffPermission, string][]>()
for (const [permission, words] of Object.entries(staffPermissions) as [StaffPermission, string][]) {
  const group = permission.split('.')[0] ?? ''
  groups.set(group, [...(groups.get(group) ?? []), [permission, words]])
}

/** The permission table of a role: what it is called, and a tick for each thing it allows. */
export function RoleFields({ form, name, permissions }: Props) {
  return (
    <>
      <TextField
        id="name"
        name="name"
        label="Name"
        defaultValue={form.values.name ?? name}
        error={form.errors.name}
        maxLength={60}
        placeholder="Packers"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        {[...groups].map(([group, entries]) => (
          <fieldset key={group} className="grid content-start gap-1 rounded-lg bg-surface p-4 shadow-sm">
            <legend className="float-left mb-1 font-semibold text-sm">{groupNames[group] ?? group}</legend>
            {entries.map(([permission, words]) => (
              <label key={permission} className="clear-both flex min-h-8 items-center gap-3 text-sm">
                <input
                  type="checkbox"
                  name="permissions"
                  value={permission}
                  defaultChecked={permissions.includes(permission)}
                  className="check shrink-0"
                />
                {words}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </>
  )
}
