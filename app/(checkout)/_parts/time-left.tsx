'use client'

import { useEffect, useState } from 'react'
import { ClockIcon } from '@/app/_ui/icons'

/** How long the items are still held. Counts in minutes: seconds would only make people nervous. */
export function TimeLeft({ untilIso, nowIso }: { untilIso: string; nowIso: string }) {
  const [nowMs, setNowMs] = useState(() => Date.parse(nowIso))
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.ceil((Date.parse(untilIso) - nowMs) / 60_000)
  return (
    <p className="flex items-center gap-2 text-muted text-sm">
      <ClockIcon className="size-4 shrink-0" />
      {minutes > 0
        ? `Your items are held for ${minutes} more ${minutes === 1 ? 'minute' : 'minutes'}.`
        : 'The time is over. Reload the page to see what is still there.'}
    </p>
  )
}
