'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { resendVerificationAction } from '@/app/(auth)/actions'

/** Asks for the link once more; folded away until somebody needs it. */
export function ResendForm({ question }: { question: string }) {
  const form = useFormAction(resendVerificationAction)
  return (
    <details className="mt-8 border-line border-t pt-6" open={form.state.status !== 'idle'}>
      <summary className="min-h-6 cursor-pointer font-semibold text-accent underline underline-offset-4">{question} Send it again</summary>
      <form action={form.submit} noValidate className="mt-5 grid gap-4">
        {form.state.status === 'done' && (
          <Notice tone="success" role="status">
            {form.state.value.message}
          </Notice>
        )}
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
        <SubmitButton isPending={form.isPending} look="quiet">
          Send it again
        </SubmitButton>
      </form>
    </details>
  )
}
