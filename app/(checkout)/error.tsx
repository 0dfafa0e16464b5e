'use client'

import { RightBack } from '@/app/_client/right-back'

export default function CheckoutError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="py-10">
      <RightBack reset={reset}>Your cart is safe, and nothing was charged.</RightBack>
    </div>
  )
}
