'use client'

import type { ReactNode } from 'react'
import { button } from '@/app/_ui/button'
import { TryAgain } from './try-again'

/** Instead of a personal page that could not be made: mostly the database is away for a moment. `children` says what to look at: nobody knows here whether something was done. */
export function RightBack({ reset, children }: { reset: () => void; children: ReactNode }) {
  return (
    <div className="measure grid justify-items-start gap-4">
      <h1 className="text-xl">We will be right back</h1>
      <p>Something on our side is not answering just now. {children}</p>
      <div className="flex flex-wrap gap-3">
        <TryAgain reset={reset} />
        <a href="/" className={button({ look: 'quiet' })}>
          Back to the shop
        </a>
      </div>
    </div>
  )
}
