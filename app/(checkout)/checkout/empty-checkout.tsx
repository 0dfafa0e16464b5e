'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { CartEmpty } from '@/app/_client/cart-empty'
import { keys } from '@/app/_client/keys'
import { button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import type { View } from '@/lib/view/schemas'
import { finishPlacing } from './place-and-pay'

/** An empty cart at the checkout. Perhaps because the order was placed and its answer got lost on the way: then it is found again here. */
export function EmptyCheckout({ wasFilled = false, wasSignedIn = false }: { wasFilled?: boolean; wasSignedIn?: boolean }) {
  const isSignedOut = useIsSignedOut(wasSignedIn)
  const [isLooking, setIsLooking] = useState(false)
  useEffect(() => {
    const found = finishPlacing()
    if (!found) return
    setIsLooking(true)
    found.then((order) => window.location.replace(orderPath(order, 'pay'))).catch(() => setIsLooking(false))
  }, [])
  if (isSignedOut) return <SignedOut />
  return isLooking ? (
    <Notice role="status" className="mt-6">
      Looking for the order you just placed …
    </Notice>
  ) : (
    <>
      {wasFilled && (
        <Notice role="status" className="mt-6">
          What was in your cart was ordered or taken out, perhaps in another tab or on another device. If you ordered it, the confirmation is in your
          mail.
        </Notice>
      )}
      <CartEmpty />
    </>
  )
}

/** Asked only when the cart of somebody who was signed in is gone. */
function useIsSignedOut(wasSignedIn: boolean): boolean {
  const { data } = useQuery<View>({
    queryKey: keys.who,
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/v1/view', { signal })
      if (!response.ok) throw new Error(`the view answered ${response.status}`)
      return (await response.json()) as View
    },
    enabled: wasSignedIn,
    staleTime: 0,
  })
  return wasSignedIn && data?.user === null
}

function SignedOut() {
  return (
    <Notice role="alert" className="mt-6">
      <p>You were signed out, perhaps in another tab. Your cart is kept in your account: sign in, and it is here again.</p>
      <a href="/sign-in?next=/checkout" className={button({ className: 'mt-3' })}>
        Sign in
      </a>
    </Notice>
  )
}
