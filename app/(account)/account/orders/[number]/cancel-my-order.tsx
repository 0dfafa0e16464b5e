'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { cancelMyOrderAction } from './actions'

/** Two steps, so that nobody cancels by accident; the first one is an element that opens without JavaScript. */
export function CancelMyOrder({ number, isPaid }: { number: string; isPaid: boolean }) {
  const form = useFormAction(cancelMyOrderAction)
  return (
    <details className="no-print group" open={form.state.status === 'failed' || undefined}>
      <summary className="inline-block min-h-6 rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink">Cancel this order</summary>
      <form action={form.submit} className="mt-3 grid justify-items-start gap-3 rounded-md bg-danger-soft p-4">
        <FormSummary form={form} />
        <p className="text-sm">
          The whole order {number} will be cancelled. {isPaid ? 'What you paid goes back the way it came.' : 'Nothing was charged.'} This cannot be
          undone.
        </p>
        <input type="hidden" name="number" value={number} />
        <SubmitButton isPending={form.isPending} look="danger" size="sm">
          Yes, cancel order {number}
        </SubmitButton>
      </form>
    </details>
  )
}
