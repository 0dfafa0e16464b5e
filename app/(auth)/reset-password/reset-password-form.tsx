'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { resetPasswordAction } from '@/app/(auth)/actions'

export function ResetPasswordForm({ token }: { token: string }) {
  const form = useFormAction(resetPasswordAction)
  const isOver = form.state.status === 'failed' && form.state.code === 'not_found'
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      {isOver && (
        <a href="/forgot-password" className="min-h-6 justify-self-start font-semibold text-accent underline underline-offset-4">
          Send me a new link
        </a>
      )}
      <input type="hidden" name="token" value={token} />
      <PasswordField
        id="new_password"
        name="new_password"
        label="New password"
        hint="At least 8 characters. A few words that only you put together are best."
        autoComplete="new-password"
        error={form.errors.new_password}
      />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Save the new password
      </SubmitButton>
    </form>
  )
}
