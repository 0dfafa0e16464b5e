'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ActionState } from '@/lib/web/action-state'
import { type FormAction, useServerAction } from './use-server-action'

export type { FormAction }

export type FormActionState<T> = {
  submit: (form: FormData) => void
  isPending: boolean
  state: ActionState<T>
  /** What was typed when the form was refused; React empties a form after its action. */
  values: Record<string, string>
  errors: Record<string, string>
  /** How many answers there were since the page was drawn. */
  answers: number
  /** Takes the focus after a refusal. */
  summary: RefObject<HTMLDivElement | null>
}

/** A form and the Server Action it is sent to; it works without JavaScript too. */
export function useFormAction<T>(action: FormAction<T>): FormActionState<T> {
  const [state, submit, isPending] = useServerAction(action)
  const [answered, setAnswered] = useState({ state, answers: 0 })
  // While rendering, so that nothing is ever shown with the state of one answer and the count of another.
  if (answered.state !== state) setAnswered({ state, answers: answered.answers + 1 })
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'failed') summary.current?.focus()
  }, [state])
  const failed = state.status === 'failed' ? state : null
  return { submit, isPending, state, values: failed?.values ?? {}, errors: failed?.fieldErrors ?? {}, answers: answered.answers, summary }
}
