'use client'

import { useEffect, useState } from 'react'
import { CartEmpty } from '@/app/_client/cart-empty'
import { Notice } from '@/app/_ui/notice'
import { orderPath } from '@/app/(checkout)/_parts/order-path'
import { finishPlacing } from './place-and-pay'

/** An empty cart at the checkout. Perhaps because the order was placed and its answer got lost on the way: then it is found again here. */
export function EmptyCheckout() {
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
    <CartEmpty />
  )
}
