'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { PasswordField } from '@/app/_client/password-field'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { verifyEmailAction } from '@/app/(auth)/actions'

/**
 * The password is asked for, so that nobody makes a stranger's account their own by opening a link; and programs that look through mail,
 * and open every link, confirm nothing.
 */
export function VerifyEmailForm({ token, email }: { token: string; email: string | null }) {
  const form = useFormAction(verifyEmailAction)
  return (
    <form action={form.submit} noValidate className="grid gap-5">
      <FormSummary form={form} />
      <input type="hidden" name="token" value={token} />
      {email && (
        <p>
          For <span className="font-semibold">{email}</span>
        </p>
      )}
      <PasswordField
        id="password"
        name="password"
        label="Password"
        hint="The one you chose when you opened the account."
        autoComplete="current-password"
        error={form.errors.password}
      />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Confirm my e-mail
      </SubmitButton>
      <p className="text-muted text-sm">
        You do not know it?{' '}
        <a href="/forgot-password" className="text-accent underline underline-offset-4">
          Choose a new password
        </a>
        : that confirms your address, too.
      </p>
    </form>
  )
}
