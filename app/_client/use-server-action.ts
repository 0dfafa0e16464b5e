'use client'

import { unstable_isUnrecognizedActionError as isOfAnotherDeploy, unstable_rethrow } from 'next/navigation'
import { useActionState } from 'react'
import { type ActionState, idle } from '@/lib/web/action-state'
import { noAnswer } from './no-answer'

export type FormAction<T = unknown> = (state: ActionState<T>, form: FormData) => Promise<ActionState<T>>

/**
 * `useActionState` for a Server Action. When its answer is lost the form stays as it is and says so; React alone would put the nearest
 * `error.tsx` in the place of the page. On the server it is the action itself, whose hidden fields make the form work without JavaScript.
 */
export function useServerAction<T>(action: FormAction<T>) {
  return useActionState<ActionState<T>, FormData>(typeof window === 'undefined' ? action : answered(action), idle)
}

/** The same action, which never throws for want of an answer. Redirects and pages that are not found go on as they are. */
export function answered<T>(action: FormAction<T>): FormAction<T> {
  return async (state, form) => {
    try {
      return await action(state, form)
    } catch (error) {
      unstable_rethrow(error)
      console.error(error)
      return {
        status: 'failed',
        code: 'no_answer',
        message: isOfAnotherDeploy(error) ? renewed : noAnswer(form.has('idempotency_key') || form.has('version')),
        fieldErrors: {},
        values: textsOf(form),
        extra: {},
      }
    }
  }
}

const renewed = 'This page is older than the shop, so nothing was done. Load it anew and do it again.'

const textsOf = (form: FormData) =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'idempotency_key'))
