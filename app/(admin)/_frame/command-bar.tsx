'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { SearchIcon } from '@/app/_ui/icons'
import type { Area } from './areas'
import { useCommandKey } from './use-command-key'

const loadPalette = () => import('./palette')
const Palette = lazy(() => loadPalette().then(({ Palette }) => ({ default: Palette })))
const Shortcuts = lazy(() => import('./shortcuts').then(({ Shortcuts }) => ({ default: Shortcuts })))

/** Keys are for the page, not for what is typed; nothing is typed into a checkbox. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))

/** The field that opens the palette, and the keys that work on every page: ⌘K, `/`, `?`, and `g` with an area's letter. */
export function CommandBar({ areas }: { areas: Area[] }) {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  const router = useRouter()
  const command = useCommandKey()
  const isAfterG = useRef(false)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen((shown) => (shown === 'palette' ? null : 'palette'))
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
      const area = isAfterG.current ? areas.find(({ key }) => key === event.key) : undefined
      isAfterG.current = event.key === 'g'
      if (area) router.push(area.href)
      else if (event.key === '/') {
        event.preventDefault()
        const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
        if (field) field.focus()
        else setOpen('palette')
      } else if (event.key === '?') setOpen('shortcuts')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [areas, router])

  const close = () => setOpen(null)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen('palette')}
        onPointerEnter={loadPalette}
        onFocus={loadPalette}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-10 min-w-0 items-center gap-2.5 rounded-full border border-line bg-surface px-3.5 text-muted text-sm transition-colors hover:border-edge sm:w-80"
      >
        <SearchIcon className="shrink-0" width="18" height="18" />
        <span className="truncate max-sm:sr-only">Search or jump to…</span>
        <span className="ml-auto flex gap-1 max-sm:hidden" aria-hidden>
          <kbd className="key">{command}</kbd>
          <kbd className="key">K</kbd>
        </span>
      </button>
      <Suspense>
        {open === 'palette' && <Palette areas={areas} onClose={close} onShortcuts={() => setOpen('shortcuts')} />}
        {open === 'shortcuts' && <Shortcuts areas={areas} onClose={close} />}
      </Suspense>
    </>
  )
}
