'use client'

import { TryAgain } from '@/app/_client/try-again'

/** Mostly the database being away for a moment. */
export default function AdminError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" tabIndex={-1} className="px-4 py-10 outline-none sm:px-6">
      <div className="measure grid justify-items-start gap-4">
        <h1 className="text-xl">This did not work</h1>
        <p>Something on our side is not answering just now. If you were changing something, look whether it was done before you do it again.</p>
        <TryAgain reset={reset} />
      </div>
    </main>
  )
}
