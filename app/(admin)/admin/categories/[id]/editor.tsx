'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { KeptSelect } from '@/app/_client/kept-select'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormActionState, useFormAction } from '@/app/_client/use-form-action'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import type { StaffCategory } from '@/lib/catalog/category-schemas'
import { addCategoryAction, changeCategoryAction } from '../actions'

type Parent = { id: string; name: string; depth: number }

type Written = Pick<StaffCategory, 'name' | 'slug' | 'description' | 'is_active'> & { parent_id: string | null }

export function CategoryEditor({ category, parents, mayWrite }: { category: StaffCategory; parents: Parent[]; mayWrite: boolean }) {
  return (
    <EditorForm action={changeCategoryAction} version={category.version} said={`${category.name} is saved.`}>
      {(form) => (
        <fieldset disabled={!mayWrite} className="grid gap-4">
          <legend className="sr-only">Category</legend>
          <input type="hidden" name="id" value={category.id} />
          <Fields form={form} was={category} parents={parents} />
        </fieldset>
      )}
    </EditorForm>
  )
}

export function NewCategory({ parents }: { parents: Parent[] }) {
  const form = useFormAction(addCategoryAction)
  return (
    <form action={form.submit} noValidate className="grid gap-4">
      <FormSummary form={form} />
      <Fields form={form} was={{ name: '', slug: '', description: '', is_active: true, parent_id: null }} parents={parents} />
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Add the category
      </SubmitButton>
    </form>
  )
}

type FieldsProps = { form: FormActionState<unknown>; was: Written; parents: Parent[] }

function Fields({ form, was, parents }: FieldsProps) {
  const { values, errors } = form
  return (
    <>
      <TextField id="name" name="name" label="Name" required maxLength={200} defaultValue={values.name ?? was.name} error={errors.name} />
      <TextField
        id="slug"
        name="slug"
        label="Address"
        hint="After /c/ in the shop. Left empty it is made from the name."
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        defaultValue={values.slug ?? was.slug}
        error={errors.slug}
      />
      <Field
        id="parent_id"
        label="Lies below"
        error={errors.parent_id}
        control={(ties) => (
          <KeptSelect {...ties} kept={form} name="parent_id" first={was.parent_id ?? ''} className={inputClass}>
            <option value="">Nothing: it stands at the top</option>
            {parents.map(({ id, name, depth }) => (
              <option key={id} value={id}>
                {`${'\u00a0\u00a0'.repeat(depth)}${name}`}
              </option>
            ))}
          </KeptSelect>
        )}
      />
      <Field
        id="description"
        label="Description (optional)"
        hint="Stands at the top of its page, and search engines show it."
        error={errors.description}
        control={(ties) => (
          <textarea
            {...ties}
            name="description"
            rows={4}
            maxLength={2000}
            defaultValue={values.description ?? was.description}
            className={`${inputClass} h-auto py-3`}
          />
        )}
      />
      <label className="flex min-h-6 items-center gap-2.5">
        <input type="checkbox" name="is_active" defaultChecked={was.is_active} className="check" />
        Shown in the shop, with everything below it
      </label>
    </>
  )
}
