'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { withdrawReturnAction } from './actions'

export function WithdrawReturn({ number, id }: { number: string; id: string }) {
  const form = useFormAction(withdrawReturnAction)
  return (
    <form action={form.submit}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton isPending={form.isPending} look="plain" size="sm" className="-ml-4">
        Withdraw this request
      </SubmitButton>
      <FormProblem state={form.state} />
    </form>
  )
}
