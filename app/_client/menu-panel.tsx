'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

/** A popover that closes when one of its links was followed, and when its page is left. Opening and Escape are the browser's. */
export function MenuPanel({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const shown = panel.current
    return () => close(shown)
  }, [])

  function closeAfterLink(event: MouseEvent) {
    if ((event.target as Element).closest('a')) close(panel.current)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the links inside are what is used; a key on them clicks too
    <div ref={panel} id={id} popover="auto" className={className} onClick={closeAfterLink}>
      {children}
    </div>
  )
}

function close(panel: HTMLDivElement | null) {
  if (panel?.matches(':popover-open')) panel.hidePopover()
}
