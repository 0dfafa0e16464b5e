'use client'

import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { removeAddressAction } from './actions'

/** Two steps, because what is removed has to be typed again. */
export function RemoveAddress({ id, line }: { id: string; line: string }) {
  const form = useFormAction(removeAddressAction)
  return (
    <details className="leading-5">
      <summary className="inline-block min-h-6 rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink">Remove</summary>
      <form action={form.submit} className="mt-2 grid justify-items-start gap-2">
        <input type="hidden" name="id" value={id} />
        <SubmitButton isPending={form.isPending} look="danger" size="sm">
          Remove {line}
        </SubmitButton>
        {form.state.status === 'failed' && (
          <p role="alert" className="font-medium text-danger text-sm">
            {form.state.message}
          </p>
        )}
      </form>
    </details>
  )
}
