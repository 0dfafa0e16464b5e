'use client'

import { useRouter } from 'next/navigation'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { tooLateWords } from '@/app/(checkout)/_parts/too-late-words'
import { cancelMyOrderAction } from './actions'

type Props = { number: string; isPaid: boolean; isCancellable: boolean }

/** Two steps, so that nobody cancels by accident; the first one is an element that opens without JavaScript. */
export function CancelMyOrder({ number, isPaid, isCancellable }: Props) {
  const form = useFormAction(cancelMyOrderAction)
  const router = useRouter()
  const tooLate = form.state.status === 'failed' && form.state.code === 'not_cancellable' ? tooLateWords(form.state.extra) : null
  // It changed elsewhere: the page shows it as it is now.
  useOnAnswer(form.state, () => tooLate && router.refresh())
  if (tooLate) {
    return (
      <p ref={form.summary} role="alert" tabIndex={-1} className="no-print rounded-md bg-danger-soft p-4 font-semibold text-danger">
        {tooLate}
      </p>
    )
  }
  if (!isCancellable) return null
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
