'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { signInAction } from '@/app/(auth)/actions'

export function SignInForm({ next }: { next?: string }) {
  const form = useFormAction(signInAction)
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      {next && <input type="hidden" name="next" value={next} />}
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
      <div className="grid gap-2">
        <PasswordField id="password" name="password" label="Password" autoComplete="current-password" error={form.errors.password} />
        <a href="/forgot-password" className="min-h-6 justify-self-start text-muted text-sm underline underline-offset-4 hover:text-ink">
          Forgotten your password?
        </a>
      </div>
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Sign in
      </SubmitButton>
    </form>
  )
}
