'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { LoaderCircleIcon } from '@/app/_ui/icons'
import { Notice } from '@/app/_ui/notice'

const EVERY_MS = 2_000

/** Asks again every two seconds, and goes on by itself when the answer is there. Without JavaScript the browser reloads the page. */
export function WaitingForBank() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [router])
  return (
    <Notice role="status" className="mt-6 flex items-start gap-3">
      <LoaderCircleIcon className="mt-0.5 size-5 shrink-0 animate-spin" />
      <span>
        <strong className="block">We are waiting for your bank.</strong>
        This usually takes a few seconds. The page goes on by itself; you will not pay twice.
      </span>
      <noscript>
        <meta httpEquiv="refresh" content="4" />
      </noscript>
    </Notice>
  )
}
