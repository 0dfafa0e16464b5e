'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { createAccountAction } from './actions'

/** An account in one field: everything else the order knows already. */
export function CreateAccount({ number, token, email }: { number: string; token: string; email: string }) {
  const form = useFormAction(createAccountAction)
  return (
    <section aria-labelledby="create-account" className="no-print rounded-lg bg-surface p-6 shadow-sm">
      <h2 id="create-account" className="mb-2 text-lg">
        Keep it in an account?
      </h2>
      <p className="mb-4 text-muted">
        Choose a password for <span className="text-ink">{email}</span>, and this order waits there, to follow, return or reorder.
      </p>
      <form action={form.submit} noValidate className="grid gap-4">
        <FormSummary form={form} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="token" value={token} />
        <PasswordField id="password" name="password" label="Password" autoComplete="new-password" error={form.errors.password} />
        <SubmitButton isPending={form.isPending} className="justify-self-start">
          Open an account
        </SubmitButton>
      </form>
    </section>
  )
}
