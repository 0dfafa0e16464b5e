'use client'

import { useEffect } from 'react'
import { TryAgain } from '@/app/_client/try-again'

/** Something broke on our side while the page was made. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    console.error(error)
  }, [error])
  return (
    <div className="page flex flex-col items-center py-24 text-center">
      <h1 className="text-xl">This page did not come together</h1>
      <p className="mt-3 max-w-[48ch] text-muted">
        Something went wrong on our side. Your cart is safe. Please try again; if it stays like this, tell us the number below.
      </p>
      <TryAgain className="mt-8" reset={reset} />
      {error.digest && <p className="tabular mt-4 text-muted text-sm">Number {error.digest}</p>}
    </div>
  )
}
