'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { registerAction } from '@/app/(auth)/actions'

export function RegisterForm({ next }: { next?: string }) {
  const form = useFormAction(registerAction)
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        id="name"
        name="name"
        label="Name"
        autoComplete="name"
        aria-required
        maxLength={100}
        defaultValue={form.values.name}
        error={form.errors.name}
      />
      <TextField
        id="email"
        name="email"
        type="email"
        label="E-mail"
        hint="We send a link there to confirm that it is yours."
        autoComplete="email"
        autoCapitalize="none"
        aria-required
        maxLength={254}
        defaultValue={form.values.email}
        error={form.errors.email}
      />
      <PasswordField
        id="password"
        name="password"
        label="Password"
        hint="At least 8 characters. A few words that only you put together are best."
        autoComplete="new-password"
        error={form.errors.password}
      />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Open an account
      </SubmitButton>
    </form>
  )
}
