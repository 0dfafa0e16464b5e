'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { eraseMyAccountAction } from './actions'

const labels = { current_password: 'Your password', confirmation: 'Type ERASE to confirm' }

/** Behind a line that opens without JavaScript; then a password and a word, because there is no way back. */
export function EraseForm() {
  const form = useFormAction(eraseMyAccountAction)
  return (
    <details className="mt-5" open={form.state.status === 'failed' || undefined}>
      <summary className="inline-block min-h-6 rounded-md text-danger underline underline-offset-4">Erase my account …</summary>
      <form action={form.submit} noValidate className="mt-5 grid max-w-md gap-5">
        <FormSummary form={form} labels={labels} />
        <PasswordField
          id="current_password"
          name="current_password"
          label={labels.current_password}
          autoComplete="current-password"
          error={form.errors.current_password}
        />
        <TextField
          id="confirmation"
          name="confirmation"
          label={labels.confirmation}
          autoComplete="off"
          autoCapitalize="characters"
          defaultValue={form.values.confirmation}
          error={form.errors.confirmation}
        />
        <SubmitButton isPending={form.isPending} look="danger" className="justify-self-start">
          Erase my account for good
        </SubmitButton>
      </form>
    </details>
  )
}
