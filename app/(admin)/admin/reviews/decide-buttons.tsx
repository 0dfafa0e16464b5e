'use client'

import { useRouter } from 'next/navigation'
import { type MouseEvent, startTransition, useRef, useState } from 'react'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import { moderateAction } from './actions'
import { ReasonField } from './reason-field'

type Props = { id: string; title: string; offers: { approve: boolean; reject: boolean } }

/** What can be decided about one review. Not a form: it stands in the form of the selection. `a` and `r` press it, and the next row is at hand. */
export function DecideButtons({ id, title, offers }: Props) {
  const { submit, state, isPending } = useFormAction(moderateAction)
  const [isAsked, setAsked] = useState(false)
  const reasons = useRef<HTMLDivElement>(null)
  const row = useRef<Element | null>(null)
  const router = useRouter()

  useOnAnswer(state, () => {
    if (state.status === 'failed') sayRefused(state.message)
    if (state.status !== 'done') return
    const { done, refused, undo } = state.value
    if (done === 0) sayRefused(refused[0]?.reason ?? 'Nothing was changed.')
    else sayDone(`“${title}” is decided.`, { undo, refresh: () => router.refresh() })
    nextOf(row.current)?.focus()
    router.refresh()
  })

  function decide(decision: 'approved' | 'rejected') {
    const fields = new FormData()
    fields.set('ids', id)
    fields.set('decision', decision)
    fields.set('reason', reasons.current?.querySelector('select')?.value ?? '')
    startTransition(() => submit(fields))
    setAsked(false)
  }

  function remember(event: MouseEvent) {
    row.current = event.currentTarget.closest('[data-row]')
  }

  return (
    <div className="flex flex-wrap gap-2" onClickCapture={remember}>
      {offers.approve && (
        <Button size="sm" look="quiet" aria-disabled={isPending} data-row-key="a" onClick={() => !isPending && decide('approved')}>
          {isPending && <LoaderCircleIcon className="animate-spin" />}
          Approve<span className="sr-only"> “{title}”</span>
        </Button>
      )}
      {offers.reject && (
        <Button size="sm" look="plain" aria-disabled={isPending} data-row-key="r" onClick={() => !isPending && setAsked(true)}>
          Reject<span className="sr-only"> “{title}”</span>
        </Button>
      )}
      {isAsked && (
        <Dialog title={`Reject “${title}”`} onClose={() => setAsked(false)}>
          <p className="text-muted">It is not shown in the shop. Who wrote it is told and can write it anew.</p>
          <div ref={reasons} className="mt-4">
            <ReasonField />
          </div>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button look="quiet" onClick={() => setAsked(false)}>
              Cancel
            </Button>
            <Button data-takes-focus onClick={() => decide('rejected')}>
              Reject
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

/** Where the reading goes on when the row is gone. */
const nextOf = (row: Element | null) =>
  (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector<HTMLElement>('[data-row-link], .row-check')
