'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/field'
import { applyCouponAction, removeCouponAction } from '@/app/(checkout)/cart/actions'
import type { CartView } from '@/lib/cart/schemas'
import { useShowCart } from './cart-query'
import { FormProblem } from './form-problem'
import { type FormAction, useServerAction } from './use-server-action'

/** Where a code is entered, behind a line that asks for it, and the one that the cart has. Works without JavaScript. */
export function CouponForm({ cart: { coupon, totals } }: { cart: CartView }) {
  const place = useRef<HTMLDivElement>(null)
  const [applied, apply, isApplying] = useCartForm(applyCouponAction, place)
  const [removed, remove, isRemoving] = useCartForm(removeCouponAction, place)
  const problem = applied.status === 'failed' ? (applied.fieldErrors.code ?? applied.message) : undefined
  return (
    <div ref={place} tabIndex={-1} className="focus:outline-none">
      {coupon ? (
        <form action={remove} className="grid gap-1">
          {/* What it takes off stands in the sums, for who sees them. */}
          <p role="status" className={totals.discount.amount > 0 ? 'sr-only' : 'text-sm'}>
            {coupon.is_valid ? (
              <>
                Code <strong className="break-all">{coupon.code}</strong> takes {coupon.percent}% off.
              </>
            ) : (
              <>
                The code <strong className="break-all">{coupon.code}</strong> was used for another order or has expired. It takes nothing off.
              </>
            )}
          </p>
          <button
            type="submit"
            disabled={isRemoving}
            className="min-h-6 justify-self-start rounded-md text-muted text-sm underline underline-offset-4 hover:text-ink"
          >
            Remove the code
          </button>
          <FormProblem state={removed} />
        </form>
      ) : (
        <details open={problem !== undefined || undefined}>
          <summary className="inline-block min-h-6 cursor-pointer rounded-md text-accent text-sm underline underline-offset-4">
            Have a discount code?
          </summary>
          <form action={apply} className="mt-3 grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
            <TextField
              id="coupon-code"
              name="code"
              label="Discount code"
              error={problem}
              defaultValue={applied.status === 'failed' ? applied.values.code : ''}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={100}
              aria-required
            />
            <Button type="submit" look="quiet" className="mt-[1.625rem] h-12" disabled={isApplying}>
              {isApplying ? 'One moment …' : 'Apply'}
            </Button>
          </form>
        </details>
      )}
    </div>
  )
}

/** Shows the cart that came back, and keeps the focus where the form was, which is another one now. */
function useCartForm(action: FormAction<CartView>, place: RefObject<HTMLDivElement | null>) {
  const showCart = useShowCart()
  const form = useServerAction(action)
  const [state] = form
  useEffect(() => {
    if (state.status !== 'done') return
    showCart(state.value)
    place.current?.focus()
  }, [state, showCart, place])
  return form
}
