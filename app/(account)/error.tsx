'use client'

import { RightBack } from '@/app/_client/right-back'

export default function AccountError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="content" tabIndex={-1} className="page min-h-[60dvh] flex-1 py-10 outline-none">
      <RightBack reset={reset}>If you were changing something, look whether it was done before you do it again.</RightBack>
    </main>
  )
}
