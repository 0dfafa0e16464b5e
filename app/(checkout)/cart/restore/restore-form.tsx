'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import { restoreCartAction } from '@/app/(checkout)/cart/actions'

/** The reader's own cart keeps what is in it. */
export function RestoreForm({ token }: { token: string }) {
  const form = useFormAction(restoreCartAction)
  return (
    <form action={form.submit} className="grid gap-3">
      <FormSummary form={form} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton isPending={form.isPending} size="lg" wide>
        Put it into my cart
      </SubmitButton>
      <p className="text-muted text-sm">What your cart holds already stays in it. Prices are today’s.</p>
    </form>
  )
}
