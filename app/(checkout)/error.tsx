'use client'

import { RightBack } from '@/app/_client/right-back'

export default function CheckoutError({ reset }: { error: Error; reset: () => void }) {
  return (
    <div className="py-10">
      <RightBack reset={reset}>If you were ordering or paying, look for our mail before you do it again.</RightBack>
    </div>
  )
}
