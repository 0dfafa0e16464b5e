'use client'

import { type RefObject, useEffect } from 'react'

/**
 * The layers of a Recharts drawing are portals: React listens for the focus on them, and Chromium stops with Tab at every SVG element on which
 * somebody does. There is nothing to do in them, so they are left out, also those that come later.
 */
export function useNoTabStops(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const leaveOut = () => {
      for (const layer of element.querySelectorAll('g[class^="recharts-zIndex-layer"]:not([tabindex])')) layer.setAttribute('tabindex', '-1')
    }
    leaveOut()
    const observer = new MutationObserver(leaveOut)
    observer.observe(element, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [frame])
}
