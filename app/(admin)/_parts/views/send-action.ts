import { startTransition } from 'react'
import { answered, type FormAction } from '@/app/_client/use-server-action'
import { idle } from '@/lib/web/action-state'
import { sayRefused } from '../toasts'

/** Sends a Server Action without a form around it: what is refused a toast says. A list is sent as a field for each. */
export function sendAction<T>(action: FormAction<T>, fields: Record<string, string | readonly string[]>, then: (value: T) => void): void {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  startTransition(async () => {
    const state = await answered(action)(idle, form)
    if (state.status === 'failed') sayRefused(state.message)
    if (state.status === 'done') then(state.value)
  })
}
