'use client'

import { useRouter } from 'next/navigation'
import type { FocusEvent } from 'react'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { keepFields } from '@/app/(admin)/_parts/keep-fields'
import { sayDone, sayRefused } from '@/app/(admin)/_parts/toasts'
import { setThresholdAction } from '../actions'

type Props = { productId: string; product: string; threshold: number }

/** From how many units on the product counts as low; saved when the field is left, or by Enter. */
export function ThresholdField({ productId, product, threshold }: Props) {
  const { submit, state } = useFormAction(setThresholdAction)
  const router = useRouter()

  useOnAnswer(state, () => {
    if (state.status === 'failed') sayRefused(state.fieldErrors.low_stock_threshold ?? state.message)
    if (state.status !== 'done' || !state.value.undo) return
    sayDone(`${product} counts as low from ${state.value.low_stock_threshold} on.`, { undo: state.value.undo, refresh: () => router.refresh() })
    router.refresh()
  })

  function saveWhenChanged({ target: { form, value } }: FocusEvent<HTMLInputElement>) {
    if (value !== String(threshold)) form?.requestSubmit()
  }

  return (
    <form action={submit} onSubmit={keepFields(submit)} className="flex justify-end">
      <input type="hidden" name="product_id" value={productId} />
      <input
        key={threshold}
        name="low_stock_threshold"
        defaultValue={threshold}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        aria-label={`Low from, ${product}`}
        onBlur={saveWhenChanged}
        className="tabular h-9 w-16 rounded-md border border-line bg-surface px-2 text-right text-base hover:border-edge sm:text-sm"
      />
      <button type="submit" tabIndex={-1} className="sr-only">
        Save
      </button>
    </form>
  )
}
