'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { orderAgainAction } from './actions'

/** Everything of this order into the cart, at today's prices; once, however often the button is pressed. */
export function OrderAgain({ number, formKey }: { number: string; formKey: string }) {
  const form = useFormAction(orderAgainAction)
  return (
    <form action={form.submit}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="idempotency_key" value={formKey} />
      <SubmitButton isPending={form.isPending} size="sm">
        Order again
      </SubmitButton>
      <FormProblem state={form.state} />
    </form>
  )
}
