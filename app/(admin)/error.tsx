'use client'

import { useRouter } from 'next/navigation'
import { startTransition } from 'react'
import { Button } from '@/app/_ui/button'

/** Mostly the database being away for a moment. Trying again asks the server anew. */
export default function AdminError({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter()
  function again() {
    startTransition(() => {
      router.refresh()
      reset()
    })
  }
  return (
    <main id="content" tabIndex={-1} className="px-4 py-10 outline-none sm:px-6">
      <div className="measure grid justify-items-start gap-4">
        <h1 className="text-xl">This did not work</h1>
        <p>Something on our side is not answering just now. Nothing was changed.</p>
        <Button onClick={again}>Try again</Button>
      </div>
    </main>
  )
}
