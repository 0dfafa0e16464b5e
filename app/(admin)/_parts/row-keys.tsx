'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The frame of a table, or of a list whose entries carry `data-row`: j and k (or the arrows) move along the rows, x selects one, and a key
 * that a button of the row names in `data-row-key` presses it. Enter is the link's own. The arrow leads from the search into the rows. Where nothing in it can have the focus it has a
 * `label` and can have it itself: on a narrow screen it scrolls sideways, by keys too.
 */
export function RowKeys({ label, children }: { label?: string | undefined; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const target = event.target as HTMLElement
      const isInField = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !target.classList.contains('row-check')
      if (event.metaKey || event.ctrlKey || event.altKey || document.querySelector('dialog[open]')) return
      const rows = [...(frame.current?.querySelectorAll<HTMLElement>('tbody tr, [data-row]') ?? [])]
      if (isInField) {
        if (event.key === 'ArrowDown' && target.matches('input[type="search"]')) move(event, rows[0])
        return
      }
      const at = rows.findIndex((row) => row.contains(document.activeElement))
      const isInside = at >= 0
      if (event.key === 'j' || (isInside && event.key === 'ArrowDown')) move(event, rows[Math.min(at + 1, rows.length - 1)])
      else if (event.key === 'k' || (isInside && event.key === 'ArrowUp')) move(event, rows[Math.max(at - 1, 0)])
      else if (event.key === 'x' && isInside) rows[at]?.querySelector<HTMLInputElement>('.row-check')?.click()
      else if (isInside && /^[a-z]$/.test(event.key)) rows[at]?.querySelector<HTMLElement>(`[data-row-key="${event.key}"]`)?.click()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return (
    <div ref={frame} className="max-xl:overflow-x-auto" {...(label && { role: 'group', 'aria-label': label, tabIndex: 0 })}>
      {children}
    </div>
  )
}

function move(event: KeyboardEvent, row: HTMLElement | undefined) {
  const link = row?.querySelector<HTMLElement>('[data-row-link], .row-check')
  if (!link) return
  event.preventDefault()
  link.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
