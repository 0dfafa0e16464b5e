'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { promise } from '@/app/_client/subscription-words'
import { useFormAction } from '@/app/_client/use-form-action'
import { Notice } from '@/app/_ui/notice'
import { confirmSubscriptionAction } from '@/app/(account)/subscriptions/actions'
import type { SubscriptionKind } from '@/lib/subscriptions/schemas'

export function ConfirmForm({ token, kind, isConfirmed }: { token: string; kind: SubscriptionKind; isConfirmed: boolean }) {
  const form = useFormAction(confirmSubscriptionAction)
  if (isConfirmed || form.state.status === 'done') {
    return (
      <Notice tone="success" role="status">
        {promise({ status: 'confirmed', kind })} That mail also carries a link to end it.
      </Notice>
    )
  }
  return (
    <form action={form.submit} className="grid gap-4">
      <FormSummary form={form} />
      <p>You would like to hear from us when it {kind === 'back_in_stock' ? 'is back in stock' : 'costs less'}. It will be one mail, nothing else.</p>
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Yes, write to me
      </SubmitButton>
    </form>
  )
}
