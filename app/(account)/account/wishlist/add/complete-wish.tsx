'use client'

import { FormSummary } from '@/app/_client/form-summary'
import { SubmitButton } from '@/app/_client/submit-button'
import { useFormAction } from '@/app/_client/use-form-action'
import '@/app/_client/wishlist.css'
import { completeWishAction } from '@/app/(account)/account/wishlist/actions'

export function CompleteWish({ productId, variantId }: { productId: string; variantId: string | null }) {
  const form = useFormAction(completeWishAction)
  return (
    <form action={form.submit} className="grid gap-4">
      <FormSummary form={form} />
      <input type="hidden" name="product_id" value={productId} />
      {variantId && <input type="hidden" name="variant_id" value={variantId} />}
      <SubmitButton isPending={form.isPending} size="lg" wide className={form.isPending ? undefined : 'heart-wide'}>
        Yes, save it
      </SubmitButton>
    </form>
  )
}
