'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormAction, type FormActionState, useFormAction } from '@/app/_client/use-form-action'
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
}

/** A form over the page. Each opening has a key of its own, so that a double click, or a repetition after a lost answer, acts once. */
export function FormDialog<T extends Saved>({ open, look = 'quiet', ...inside }: Props<T>) {
  const [key, setKey] = useState<string | null>(null)
  return (
    <>
      <Button size="sm" look={look} onClick={() => setKey(crypto.randomUUID())}>
        {open}
      </Button>
      {key && <Opened key={key} {...inside} idempotencyKey={key} onClose={() => setKey(null)} />}
    </>
  )
}

type OpenedProps<T extends Saved> = Omit<Props<T>, 'open' | 'look'> & { idempotencyKey: string; onClose: () => void }

function Opened<T extends Saved>({ title, yes, said, action, children, isDangerous, wide, actsOnce, idempotencyKey, onClose }: OpenedProps<T>) {
  const form = useFormAction(action)
  const router = useRouter()
  const told = useRef(form.state)

  useEffect(() => {
    if (told.current === form.state) return
    told.current = form.state
    if (form.state.status !== 'done') return
    sayDone(said, { undo: form.state.value.undo, refresh: () => router.refresh() })
    router.refresh()
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
