'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { addNoteAction } from '../../actions'

export function NoteForm({ number }: { number: string }) {
  const form = useFormAction(addNoteAction)
  const router = useRouter()
  useEffect(() => {
    if (form.state.status === 'done') router.refresh()
  }, [form.state, router])
  const error = form.errors.body ?? (form.state.status === 'failed' ? form.state.message : undefined)
  return (
    <form action={form.submit} className="grid gap-2">
      <input type="hidden" name="number" value={number} />
      <label htmlFor="note" className="sr-only">
        A note for the others who work here
      </label>
      <textarea
        id="note"
        name="body"
        rows={2}
        maxLength={2000}
        defaultValue={form.values.body ?? ''}
        placeholder="A note for the others who work here"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'note-error' : undefined}
        className="block w-full rounded-md border border-edge bg-surface px-3 py-2 text-base placeholder:text-muted sm:text-sm"
      />
      {error && (
        <p id="note-error" className="font-medium text-danger text-sm">
          {error}
        </p>
      )}
      <SubmitButton isPending={form.isPending} size="sm" look="quiet" className="justify-self-start">
        Add note
      </SubmitButton>
    </form>
  )
}
