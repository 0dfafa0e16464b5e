'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormAction, type FormActionState, useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import type { Saved } from './editor-form'
import { keepFields } from './keep-fields'
import { sayDone } from './toasts'

type Props<T extends Saved> = {
  /** The button that opens it. */
  open: ReactNode
  look?: 'primary' | 'quiet' | 'plain' | 'danger'
  title: string
  /** What the button in it does: "Send the parcel". */
  yes: string
  said: string
  action: FormAction<T>
  children: (form: FormActionState<T>) => ReactNode
  /** It costs money or cannot be taken back: the button is red. */
  isDangerous?: boolean
  wide?: boolean
  /** Its action is `idempotent`: it is sent a key. */
  actsOnce?: boolean
  /** Where to go when it is done, instead of showing the page anew. */
  leadsTo?: (value: T) => Route
}

/**
 * A form over the page. It keeps its key until it has acted, also when it is closed and opened again: a double click, or a repetition after a
 * lost answer, acts once.
 */
export function FormDialog<T extends Saved>({ open, look = 'quiet', ...inside }: Props<T>) {
  const [key, setKey] = useState<string>()
  const [isOpen, setIsOpen] = useState(false)
  const show = () => {
    setKey(key ?? crypto.randomUUID())
    setIsOpen(true)
  }
  return (
    <>
      <Button size="sm" look={look} onClick={show}>
        {open}
      </Button>
      {isOpen && key && <Opened {...inside} idempotencyKey={key} onDone={() => setKey(undefined)} onClose={() => setIsOpen(false)} />}
    </>
  )
}

type OpenedProps<T extends Saved> = Omit<Props<T>, 'open' | 'look'> & { idempotencyKey: string; onDone: () => void; onClose: () => void }

function Opened<T extends Saved>(props: OpenedProps<T>) {
  const { title, yes, said, action, children, isDangerous, wide, actsOnce, leadsTo, idempotencyKey, onDone, onClose } = props
  const form = useFormAction(action)
  const router = useRouter()

  useOnAnswer(form.state, () => {
    if (form.state.status !== 'done') return
    sayDone(said, { undo: form.state.value.undo, refresh: () => router.refresh() })
    if (leadsTo) router.push(leadsTo(form.state.value), { scroll: false })
    else router.refresh()
    onDone()
    onClose()
  })

  return (
    <Dialog title={title} onClose={onClose} wide={wide}>
      <form action={form.submit} onSubmit={keepFields(form.submit)} noValidate className="grid gap-4">
        {actsOnce && <input type="hidden" name="idempotency_key" value={idempotencyKey} />}
        <FormSummary form={form} />
        {children(form)}
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <SubmitButton isPending={form.isPending} look={isDangerous ? 'danger' : 'primary'}>
            {yes}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  )
}
