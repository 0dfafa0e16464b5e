'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { type FormAction, useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import type { Saved } from './editor-form'
import { sayDone, sayRefused } from './toasts'

type Props<T extends Saved> = {
  action: FormAction<T>
  fields: Record<string, string>
  /** What a toast says when it is done. */
  said: string
  children: ReactNode
  /** For what cannot be taken back: what will happen to what. The button then opens a dialog, with the focus on Cancel. */
  ask?: { title: string; text: ReactNode; yes: string }
  look?: 'primary' | 'quiet' | 'plain' | 'danger'
  size?: 'sm' | 'md'
}

/** One button, one Server Action: it waits, tells the outcome in a toast, and shows the page anew. */
export function ActionButton<T extends Saved>({ action, fields, said, children, ask, look = 'quiet', size = 'sm' }: Props<T>) {
  const { submit, state, isPending } = useFormAction(action)
  const [asked, setAsked] = useState(false)
  const router = useRouter()

  useOnAnswer(state, () => {
    if (state.status === 'failed') sayRefused(state.message)
    if (state.status === 'done') sayDone(said, { undo: state.value.undo, refresh: () => router.refresh() })
    setAsked(false)
    // Without a connection that would take the page away.
    if (state.status !== 'failed' || state.code !== 'no_answer') router.refresh()
  })

  const hidden = Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
  const waits = isPending && <LoaderCircleIcon className="animate-spin" />
  if (!ask) {
    return (
      <form action={submit}>
        {hidden}
        <Button type="submit" look={look} size={size} aria-disabled={isPending} onClick={(event) => isPending && event.preventDefault()}>
          {waits}
          {children}
        </Button>
      </form>
    )
  }
  return (
    <>
      <Button look={look} size={size} onClick={() => setAsked(true)}>
        {children}
      </Button>
      {asked && (
        <Dialog title={ask.title} onClose={() => setAsked(false)}>
          <div className="text-muted">{ask.text}</div>
          <form action={submit} className="mt-5 flex flex-wrap justify-end gap-2">
            {hidden}
            <Button look="quiet" data-takes-focus onClick={() => setAsked(false)}>
              Cancel
            </Button>
            <Button
              type="submit"
              look={look === 'danger' ? 'danger' : 'primary'}
              aria-disabled={isPending}
              onClick={(event) => isPending && event.preventDefault()}
            >
              {waits}
              {ask.yes}
            </Button>
          </form>
        </Dialog>
      )}
    </>
  )
}
