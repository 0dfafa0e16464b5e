'use client'

import { useRouter } from 'next/navigation'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { useServerAction } from '@/app/_client/use-server-action'
import { Button } from '@/app/_ui/button'
import { tooLateWords } from '@/app/(checkout)/_parts/too-late-words'
import { cancelOrderAction } from './actions'

type Props = { number: string; token: string; isPaid: boolean; isCancellable: boolean }

/** Two steps, so that nobody cancels by accident; the first one is an element that opens without JavaScript. */
export function CancelOrder({ number, token, isPaid, isCancellable }: Props) {
  const [state, cancel, isPending] = useServerAction(cancelOrderAction)
  const router = useRouter()
  const tooLate = state.status === 'failed' && state.code === 'not_cancellable' ? tooLateWords(state.extra) : null
  // It changed elsewhere: the page shows it as it is now.
  useOnAnswer(state, () => tooLate && router.refresh())
  if (tooLate) {
    return (
      <p role="alert" className="no-print rounded-md bg-danger-soft p-4 font-medium text-danger text-sm">
        {tooLate}
      </p>
    )
  }
  if (!isCancellable) return null
  return (
    <details className="no-print group" open={state.status === 'failed' || undefined}>
      <summary className="inline-block min-h-6 rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink">Cancel this order</summary>
      <form action={cancel} className="mt-3 grid justify-items-start gap-3 rounded-md bg-danger-soft p-4">
        <p className="text-sm">
          The whole order {number} will be cancelled. {isPaid ? 'What you paid goes back the way it came.' : 'Nothing was charged.'} This cannot be
          undone.
        </p>
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="token" value={token} />
        <Button type="submit" look="danger" size="sm" disabled={isPending}>
          {isPending ? 'One moment …' : `Yes, cancel order ${number}`}
        </Button>
        {state.status === 'failed' && (
          <p role="alert" className="font-medium text-danger text-sm">
            {state.message}
          </p>
        )}
      </form>
    </details>
  )
}
