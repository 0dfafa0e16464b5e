'use client'

import { useIsMutating } from '@tanstack/react-query'
import { AcceptChanges } from '@/app/_client/accept-changes'
import { CartEmpty } from '@/app/_client/cart-empty'
import { CartLines } from '@/app/_client/cart-lines'
import { useCart } from '@/app/_client/cart-query'
import { CartTotals } from '@/app/_client/cart-totals'
import { CouponForm } from '@/app/_client/coupon-form'
import { keys } from '@/app/_client/keys'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { CartView } from '@/lib/cart/schemas'

type Props = { rendered: CartView; timeZone: string; nowIso: string; isSignedIn: boolean }

/** Lines on the left, what they cost together on the right; both stay right while the cart changes here or in another tab. */
export function CartPanel({ rendered, timeZone, nowIso, isSignedIn }: Props) {
  const { data: cart = rendered, isRefetchError } = useCart({ rendered })
  const isSettling = useIsMutating({ mutationKey: keys.cart }) > 0
  const isEmpty = cart.lines.length === 0
  return (
    <div className="mt-4 grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <section aria-labelledby="items">
        <h2 id="items" className="sr-only">
          Items
        </h2>
        {isRefetchError && (
          <Notice tone="warning" role="alert">
            We cannot reach the shop right now. Your cart is safe; we keep trying.
          </Notice>
        )}
        <CartLines cart={cart} />
        {isEmpty && <CartEmpty />}
      </section>
      {!isEmpty && (
        <section aria-labelledby="summary" className="self-start rounded-lg bg-surface p-6 shadow-sm lg:sticky lg:top-8">
          <h2 id="summary" className="mb-4 text-lg">
            Summary
          </h2>
          <CartTotals totals={cart.totals} count={cart.count} timeZone={timeZone} nowIso={nowIso} isSettling={isSettling} />
          <div className="mt-5">
            <CouponForm cart={cart} />
          </div>
          <div className="mt-6 grid gap-3">
            <AcceptChanges cart={cart} />
            {cart.is_buyable && (
              <a href="/checkout" className={button({ size: 'lg', wide: true })}>
                Check out
              </a>
            )}
            <a href="/" className="min-h-8 justify-self-center py-1 text-muted text-sm underline underline-offset-4 hover:text-ink">
              Keep shopping
            </a>
          </div>
          <p className="mt-4 text-muted text-sm">{!isSignedIn && 'No account needed. '}Nothing is charged before you say so.</p>
        </section>
      )}
    </div>
  )
}
