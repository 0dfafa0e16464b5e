'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field'
import { PencilIcon, Trash2Icon } from '@/app/_ui/icons'
import type { ViewArea } from '@/lib/staff/view-areas'
import type { SavedView } from '@/lib/staff/view-schemas'
import { FormDialog } from '../form-dialog'
import { sayWithUndo } from '../toasts'
import { changeViewAction, removeViewAction, saveViewAction } from './actions'
import { sendAction } from './send-action'
import { viewHref } from './view-href'

type Props = { path: string; area: ViewArea; view: SavedView }

/** Another name for the view that is open, or an end of it. */
export function EditView({ path, area, view: { id, name } }: Props) {
  return (
    <div className="with-js flex shrink-0 items-center">
      <FormDialog
        open={<PencilIcon width="16" height="16" label={`Rename or delete “${name}”`} />}
        look="plain"
        title="Rename the view"
        yes="Rename"
        said="The view has its new name."
        action={changeViewAction}
      >
        {(form) => (
          <>
            <input type="hidden" name="id" value={id} />
            <TextField
              id="view-name"
              name="name"
              label="Name"
              defaultValue={form.values.name ?? name}
              error={form.errors.name}
              maxLength={40}
              autoComplete="off"
              data-takes-focus
            />
            <DeleteView path={path} area={area} id={id} />
          </>
        )}
      </FormDialog>
    </div>
  )
}

/** No question first: the toast brings it back. */
function DeleteView({ path, area, id }: Pick<Props, 'path' | 'area'> & Pick<SavedView, 'id'>) {
  const router = useRouter()

  const bringBack = ({ name, query, hidden_columns }: SavedView) =>
    sendAction(saveViewAction, { area, name, query, column: hidden_columns }, (view) => router.push(viewHref(path, view), { scroll: false }))

  function remove() {
    sendAction(removeViewAction, { id }, (view) => {
      router.push(path as Route, { scroll: false })
      sayWithUndo(`“${view.name}” is deleted.`, () => bringBack(view))
    })
  }

  return (
    <Button look="plain" size="sm" className="justify-self-start" onClick={remove}>
      <Trash2Icon width="16" height="16" />
      Delete this view
    </Button>
  )
}
