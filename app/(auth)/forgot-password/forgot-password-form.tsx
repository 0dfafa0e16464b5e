'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { requestPasswordResetAction } from '@/app/(auth)/actions'

export function ForgotPasswordForm() {
  const form = useFormAction(requestPasswordResetAction)
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      <TextField
        id="email"
        name="email"
        type="email"
        label="E-mail"
        autoComplete="email"
        autoCapitalize="none"
        aria-required
        maxLength={254}
        defaultValue={form.values.email}
        error={form.errors.email}
      />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Send me a link
      </SubmitButton>
    </form>
  )
}
