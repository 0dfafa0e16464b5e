'use client'

import { type FormEvent, useId, useState } from 'react'
import { inputClass } from '@/app/_ui/field'
import { MailIcon } from '@/app/_ui/icons'
import { subscribeAction } from '@/app/(account)/subscriptions/actions'
import type { SubscribeAnswer, SubscriptionKind } from '@/lib/subscriptions/schemas'
import { ApiProblem, sendJson } from './cart-api'
import { SubmitButton } from './submit-button'
import { promise } from './subscription-words'
import { useServerAction } from './use-server-action'
import { useView } from './view'

/** The button that had the focus is gone with its form. */
const takeLostFocus = (confirmation: HTMLElement | null) => {
  if (document.activeElement === document.body) confirmation?.focus()
}

type Props = { variantId: string; kind: SubscriptionKind }

/** "Tell me when": one field for guests, none for people who are signed in. A plain form without JavaScript. */
export function NotifyMe({ variantId, kind }: Props) {
  const id = useId()
  const isSignedIn = Boolean(useView()?.user)
  const [, submitPlainly] = useServerAction(subscribeAction)
  const [answer, setAnswer] = useState<SubscribeAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPending, setIsPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = new FormData(event.currentTarget).get('email')
    setIsPending(true)
    setProblem(null)
    try {
      setAnswer(await sendJson<SubscribeAnswer>('POST', '/api/v1/subscriptions', { variant_id: variantId, kind, ...(email ? { email } : {}) }))
    } catch (error) {
      setProblem(error instanceof ApiProblem ? (error.fieldErrors.email ?? error.message) : String(error))
    } finally {
      setIsPending(false)
    }
  }

  if (answer) {
    return (
      <p ref={takeLostFocus} tabIndex={-1} role="status" className="flex gap-2 rounded-md bg-success-soft px-4 py-3 text-success">
        <MailIcon className="mt-0.5 shrink-0" />
        {promise(answer)}
      </p>
    )
  }
  return (
    <form action={submitPlainly} onSubmit={submit} className="grid gap-2">
      <input type="hidden" name="variant_id" value={variantId} />
      <input type="hidden" name="kind" value={kind} />
      {!isSignedIn && (
        <label htmlFor={id} className="font-medium text-sm">
          Your e-mail address
        </label>
      )}
      <div className="flex flex-wrap gap-2">
        {!isSignedIn && (
          <input
            id={id}
            type="email"
            name="email"
            required
            maxLength={254}
            autoComplete="email"
            inputMode="email"
            aria-describedby={`${id}-note`}
            aria-invalid={problem ? true : undefined}
            className={`${inputClass} min-w-0 flex-1 basis-52`}
          />
        )}
        <SubmitButton isPending={isPending} look="secondary" className="h-12 px-6">
          {kind === 'back_in_stock' ? 'Notify me' : 'Watch the price'}
        </SubmitButton>
      </div>
      <p id={`${id}-note`} className="text-muted text-sm">
        {isSignedIn ? 'One mail to the address of your account, nothing else.' : 'One mail about this, nothing else. No account needed.'}
      </p>
      {problem && (
        <p role="alert" className="font-medium text-danger text-sm">
          {problem}
        </p>
      )}
    </form>
  )
}
