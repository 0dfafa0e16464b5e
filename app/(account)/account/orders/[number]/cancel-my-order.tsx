'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { cancelMyOrderAction } from './actions'

/** Two steps, so that nobody cancels by accident; the first one is an element that opens without JavaScript. */
export function CancelMyOrder({ number, isPaid }: { number: string; isPaid: boolean }) {
  const form = useFormAction(cancelMyOrderAction)
  const wasTooLate = form.state.status === 'failed' && form.state.code === 'not_cancellable'
  return (
    <details className="no-print group" open={form.state.status === 'failed' || undefined}>
      <summary className="inline-block min-h-6 rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink">Cancel this order</summary>
      <form action={form.submit} className="mt-3 grid justify-items-start gap-3 rounded-md bg-danger-soft p-4">
        {wasTooLate ? (
          <p ref={form.summary} role="alert" tabIndex={-1} className="font-semibold text-danger">
            This order cannot be cancelled any more. It is cancelled already, or on its way to you.{' '}
            <a href={`/account/orders/${number}`} className="underline underline-offset-4">
              See where it stands
            </a>
          </p>
        ) : (
          <FormSummary form={form} />
        )}
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
