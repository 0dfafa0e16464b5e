'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { confirmEmailChangeAction } from '@/app/(account)/account/actions'

export function ConfirmEmailForm({ token }: { token: string }) {
  const form = useFormAction(confirmEmailChangeAction)
  return (
    <form action={form.submit} className="grid max-w-md gap-5">
      <FormSummary form={form} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={form.isPending} size="lg" className="justify-self-start">
        Use this address
      </SubmitButton>
    </form>
  )
}
