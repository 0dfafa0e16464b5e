'use client'

import { useRouter } from 'next/navigation'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { TextField } from '@/app/_ui/field'
import { sayDone } from '@/app/(admin)/_parts/toasts'
import { addMemberAction } from './actions'

export function AddMemberForm() {
  const form = useFormAction(addMemberAction)
  const router = useRouter()
  useOnAnswer(form.state, () => {
    if (form.state.status !== 'done') return
    sayDone('They are in the team now, with the usual permissions.')
    router.refresh()
  })
  const error = form.errors.email ?? (form.state.status === 'failed' ? form.state.message : undefined)
  return (
    <form action={form.submit} noValidate className="flex flex-wrap items-start gap-3">
      <TextField
        id="email"
        name="email"
        type="email"
        label="Add somebody who has an account"
        placeholder="name@example.com"
        autoComplete="off"
        defaultValue={form.values.email ?? ''}
        error={error}
        fieldClassName="min-w-0 grow basis-64"
      />
      <SubmitButton isPending={form.isPending} className="mt-6.5">
        Add to the team
      </SubmitButton>
    </form>
  )
}
