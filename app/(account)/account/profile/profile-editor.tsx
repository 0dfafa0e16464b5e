'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { TextField } from '@/app/_ui/field'
import { Notice } from '@/app/_ui/notice'
import { updateProfileAction } from '@/app/(account)/account/actions'
import type { Me } from '@/lib/customers/schemas'

export function ProfileEditor({ me }: { me: Me }) {
  const form = useFormAction(updateProfileAction)
  const saved = form.state.status === 'done' ? form.state.value : me
  return (
    // Drawn anew with what was saved: React empties a form after its action.
    <form
      key={`${saved.name}${saved.marketing_consent}`}
      action={form.submit}
      noValidate
      className="grid max-w-md gap-6 rounded-lg bg-surface p-6 shadow-sm sm:p-8"
    >
      {form.state.status === 'done' && (
        <Notice tone="success" role="status">
          Saved.
        </Notice>
      )}
      <FormSummary form={form} />
      <TextField
        id="name"
        name="name"
        label="Name"
        autoComplete="name"
        aria-required
        maxLength={100}
        defaultValue={form.values.name ?? saved.name}
        error={form.errors.name}
      />
      <div className="grid gap-1">
        <p className="font-medium text-sm">E-mail</p>
        <p>
          {me.email}{' '}
          <a href="/account/security" className="text-muted text-sm underline underline-offset-4 hover:text-ink">
            Change it under Security
          </a>
        </p>
      </div>
      <label className="flex min-h-6 cursor-pointer items-start gap-3">
        <input
          type="checkbox"
          name="marketing_consent"
          defaultChecked={form.state.status === 'failed' ? form.values.marketing_consent === 'on' : saved.marketing_consent}
          className="mt-0.5 size-5 shrink-0 accent-accent"
        />
        <span>
          Write to me now and then about new things and lower prices.
          <span className="block text-muted text-sm">Mails about your orders and those that keep your account safe come in any case.</span>
        </span>
      </label>
      <SubmitButton isPending={form.isPending} className="justify-self-start">
        Save
      </SubmitButton>
    </form>
  )
}
