'use client'

import type { ReactNode } from 'react'
import { TextField } from '@/app/_ui/field'
import type { ViewArea } from '@/lib/staff/view-areas'
import { FormDialog } from '../form-dialog'
import { saveViewAction } from './actions'
import { viewHref } from './view-href'

type Props = { path: string; area: ViewArea; query: string; hidden: readonly string[]; children: ReactNode }

/** Asks for a name, keeps what the list shows under it, and opens it. */
export function SaveDialog({ path, area, query, hidden, children }: Props) {
  return (
    <FormDialog
      open={children}
      title="Save this view"
      yes="Save view"
      said="The view is saved. Only you see it."
      action={saveViewAction}
      leadsTo={(view) => viewHref(path, view)}
    >
      {(form) => (
        <>
          <input type="hidden" name="area" value={area} />
          <input type="hidden" name="query" value={query} />
          {hidden.map((name) => (
            <input key={name} type="hidden" name="column" value={name} />
          ))}
          <TextField
            id="view-name"
            name="name"
            label="Name"
            hint="The filters, the order and the columns are kept, for you alone."
            defaultValue={form.values.name ?? ''}
            error={form.errors.name}
            maxLength={40}
            autoComplete="off"
            data-takes-focus
          />
        </>
      )}
    </FormDialog>
  )
}
