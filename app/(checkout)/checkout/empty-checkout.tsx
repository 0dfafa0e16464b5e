'use client'

import { useEffect, useState } from 'react'
import { CartEmpty } from '@/app/_client/cart-empty'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { finishPlacing } from './place-and-pay'

/** An empty cart at the checkout. Perhaps because the order was placed and its answer got lost on the way: then it is found again here. */
export function EmptyCheckout({ wasFilled = false }: { wasFilled?: boolean }) {
  const [isLooking, setIsLooking] = useState(false)
  useEffect(() => {
    const found = finishPlacing()
    if (!found) return
    setIsLooking(true)
    found.then((order) => window.location.replace(orderPath(order, 'pay'))).catch(() => setIsLooking(false))
  }, [])
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
