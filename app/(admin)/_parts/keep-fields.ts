import { type FormEvent, startTransition } from 'react'

/**
 * Sends a form without React emptying it afterwards, which it does to a form with an action, also when the action refuses: ticks and
 * choices would be lost. Without JavaScript the form's own action sends it.
 */
export const keepFields = (submit: (form: FormData) => void) => (event: FormEvent<HTMLFormElement>) => {
  event.preventDefault()
  const fields = new FormData(event.currentTarget)
  startTransition(() => submit(fields))
}
