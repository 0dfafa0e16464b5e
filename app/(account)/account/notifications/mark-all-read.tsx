'use client'

import { FormProblem } from '@/app/_client/form-problem'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { markAllReadAction } from './actions'

export function MarkAllRead() {
  const form = useFormAction(markAllReadAction)
  return (
    <form action={form.submit}>
      <SubmitButton isPending={form.isPending} look="quiet" size="sm">
        Mark all as read
      </SubmitButton>
      <FormProblem state={form.state} />
    </form>
  )
}
