'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useTransition } from 'react'

type Props = { id?: string; action: Route; className?: string; children: ReactNode; popover?: 'auto'; label?: string }

/** A GET form that sends itself when a choice is made, without a new document. Without JavaScript it is what it is, with a button. */
export function AutoForm({ id, action, className, children, popover, label }: Props) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()

  function send(form: HTMLFormElement) {
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') params.append(name, value)
    const query = params.toString()
    startTransition(() => router.push((query ? `${action}?${query}` : action) as Route, { scroll: false }))
  }

  /** As a sheet over the page the form collects several choices; its button sends them. */
  function sendUnlessOpen(event: FormEvent<HTMLFormElement>) {
    // React reports a checkbox with its click, before the browser is done with it: preventing that would take the choice back.
    if (!event.currentTarget.matches(':popover-open')) send(event.currentTarget)
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    send(event.currentTarget)
  }

  return (
    <form
      id={id}
      action={action}
      method="get"
      popover={popover}
      aria-label={label}
      aria-busy={isPending}
      onChange={sendUnlessOpen}
      onSubmit={submit}
      className={className}
    >
      {children}
    </form>
  )
}
