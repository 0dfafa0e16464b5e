'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useRef, useTransition } from 'react'

type Props = { id?: string; action: Route; className?: string; children: ReactNode; popover?: 'auto'; label?: string }

/**
 * A GET form that sends itself when a choice is made or a text is finished, without a new document. Without JavaScript it is what it is,
 * with a button.
 */
export function AutoForm({ id, action, className, children, popover, label }: Props) {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()

  const shown = useRef<HTMLFormElement>(null)
  /** Enter in a text both changes and submits: the second time is none. */
  const sent = useRef('')

  function send(form: HTMLFormElement) {
    const params = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') params.append(name, value)
    const query = params.toString()
    const step = `${window.location.href} to ${query}`
    if (sent.current === step) return
    sent.current = step
    startTransition(() => router.push((query ? `${action}?${query}` : action) as Route, { scroll: false }))
  }

  /** As a sheet over the page the form collects several choices; its button sends them. */
  const sendUnlessOpen = useEffectEvent((form: HTMLFormElement) => {
    if (!form.matches(':popover-open')) send(form)
  })

  // The browser's own event comes when a text is finished; React's comes with every letter, and a page that answers would take the next away.
  useEffect(() => {
    const form = shown.current
    const onChange = () => form && sendUnlessOpen(form)
    form?.addEventListener('change', onChange)
    return () => form?.removeEventListener('change', onChange)
  }, [])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    send(event.currentTarget)
  }

  return (
    <form
      ref={shown}
      id={id}
      action={action}
      method="get"
      popover={popover}
      aria-label={label}
      aria-busy={isPending}
      onSubmit={submit}
      className={className}
    >
      {children}
    </form>
  )
}
