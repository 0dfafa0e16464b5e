'use client'

import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { deleteReviewAction } from './actions'

/** Two steps, so that nobody deletes by accident; the first one is an element that opens without JavaScript. */
export function DeleteReview({ id, productName }: { id: string; productName: string }) {
  const { submit, isPending, state } = useFormAction(deleteReviewAction)
  return (
    <details open={state.status === 'failed' || undefined}>
      <summary className="block min-h-6 w-fit rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink">
        Delete<span className="sr-only"> your review of {productName}</span>
      </summary>
      <form action={submit} className="mt-3 grid justify-items-start gap-3 rounded-md bg-danger-soft p-4">
        <p className="text-sm">Your review of {productName} will be gone, and its stars no longer count. This cannot be undone.</p>
        <input type="hidden" name="id" value={id} />
        <SubmitButton isPending={isPending} look="danger" size="sm">
          Yes, delete it
        </SubmitButton>
        {state.status === 'failed' && (
          <p role="alert" className="font-medium text-danger text-sm">
            {state.message}
          </p>
        )}
      </form>
    </details>
  )
}
