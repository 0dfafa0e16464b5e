'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button, button } from '@/app/_ui/button'

/** Mostly the database being away for a moment. Trying again asks the server anew. */
export default function AccountError({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter()
  function again() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }
  return (
    <main id="content" tabIndex={-1} className="page min-h-[60dvh] flex-1 py-10 outline-none">
      <div className="measure grid justify-items-start gap-4">
        <h1 className="text-xl">We will be right back</h1>
        <p>Something on our side is not answering just now. Nothing of yours is lost.</p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={again}>Try again</Button>
          <a href="/" className={button({ look: 'quiet' })}>
            Back to the shop
          </a>
        </div>
      </div>
    </main>
  )
}
