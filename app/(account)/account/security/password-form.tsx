'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { changePasswordAction } from '@/app/(account)/account/actions'

/** `email` is for password managers: they want to know whose password this is. */
export function PasswordForm({ email }: { email: string }) {
  const form = useFormAction(changePasswordAction)
  return (
    <form action={form.submit} noValidate className="grid max-w-md gap-5">
      <FormSummary form={form} />
      <input type="text" autoComplete="username" defaultValue={email} readOnly hidden />
      <PasswordField
        id="current_password"
        name="current_password"
        label="Current password"
        autoComplete="current-password"
        error={form.errors.current_password}
      />
      <PasswordField
        id="new_password"
        name="new_password"
        label="New password"
        hint="At least 8 characters. All other devices will be signed out."
        autoComplete="new-password"
        error={form.errors.new_password}
      />
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Change the password
      </SubmitButton>
    </form>
  )
}
