'use client'

import './globals.css'
import { Button } from './_ui/button'
import { Mark } from './_ui/logo'

/** When even the frame around the pages broke. It stands alone and needs nothing that could break too. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="page flex min-h-dvh flex-col items-center justify-center py-16 text-center">
          <Mark className="size-16" />
          <h1 className="mt-8 text-xl">This page did not come together</h1>
          <p className="mt-3 max-w-[48ch] text-muted">Something went wrong on our side. Your cart is safe; please try again.</p>
          <Button className="mt-8" onClick={reset}>
            Try again
          </Button>
          {error.digest && <p className="tabular mt-4 text-muted text-sm">Number {error.digest}</p>}
        </main>
      </body>
    </html>
  )
}
