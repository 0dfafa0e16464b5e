'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, button } from '@/app/_ui/button'

/** Mostly the database being away for a moment. Trying again asks the server anew. */
export default function CheckoutError({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter()
  function again() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }
  return (
    <div className="measure grid justify-items-start gap-4 py-10">
      <h1 className="text-xl">We will be right back</h1>
      <p>Something on our side is not answering just now. Your cart is safe, and nothing was charged.</p>
      <div className="flex flex-wrap gap-3">
        <Button onClick={again}>Try again</Button>
        <a href="/" className={button({ look: 'quiet' })}>
          Back to the shop
        </a>
      </div>
    </div>
  )
}
