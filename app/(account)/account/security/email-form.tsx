'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { requestEmailChangeAction } from '@/app/(account)/account/actions'

const PREFIX = 'change-'
const labels = { email: 'New e-mail', current_password: 'Your password' }

export function EmailForm({ email }: { email: string }) {
  const form = useFormAction(requestEmailChangeAction)
  return (
    <form action={form.submit} noValidate className="grid max-w-md gap-5">
      <p>
        You sign in with <span className="font-semibold">{email}</span>.
      </p>
      {form.state.status === 'done' && (
        <Notice tone="success" role="status">
          {form.state.value.message}
        </Notice>
      )}
      <FormSummary form={form} idPrefix={PREFIX} labels={labels} />
      <TextField
        id={`${PREFIX}email`}
        name="email"
        type="email"
        label={labels.email}
        hint="We send a link there. Your address changes when you open it."
        autoComplete="email"
        autoCapitalize="none"
        aria-required
        maxLength={254}
        defaultValue={form.values.email}
        error={form.errors.email}
      />
      <PasswordField
        id={`${PREFIX}current_password`}
        name="current_password"
        label={labels.current_password}
        autoComplete="current-password"
        error={form.errors.current_password}
      />
      <SubmitButton isPending={form.isPending} look="quiet" className="justify-self-start">
        Send the link
      </SubmitButton>
    </form>
  )
}
