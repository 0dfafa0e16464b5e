'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classes } from './classes'
import { XIcon } from './icons'

type Props = {
  title: string
  children: ReactNode
  onClose: () => void
  /** `palette` stands at the top and shows no head; `sheet` is a form with its title. */
  look?: 'sheet' | 'palette'
  wide?: boolean
}

/**
 * The platform's modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. Mounted while it is open.
 * A click beside it closes it. Opening, it gives the focus to what carries `data-takes-focus`, or else to the first that can have it.
 */
export function Dialog({ title, children, onClose, look = 'sheet', wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    if (shown && !shown.open) {
      shown.showModal()
      // `autoFocus` is done before the dialog is shown, and therefore in vain.
      shown.querySelector<HTMLElement>('[data-takes-focus]')?.focus()
    }
    // A page that is kept behind the next one must not come back with it open.
    return () => shown?.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key for it, and the browser's own
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      // The event comes late: in development, where React mounts twice, the dialog is open again by then.
      onClose={() => {
        if (!dialog.current?.open) onClose()
      }}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
      className={classes(
        'sheet m-auto w-[calc(100%-2rem)] overflow-visible rounded-lg border border-line bg-surface p-0 text-ink shadow-lg',
        look === 'palette' ? 'mt-[12dvh] max-w-xl' : wide ? 'max-w-3xl' : 'max-w-lg',
      )}
    >
      {look === 'palette' ? (
        <>
          <h2 id={titleId} className="sr-only">
            {title}
          </h2>
          {children}
        </>
      ) : (
        <div className="max-h-[calc(100dvh-3rem)] overflow-y-auto p-5 sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="text-lg">
              {title}
            </h2>
            <button
              type="button"
              onClick={() => dialog.current?.close()}
              aria-label="Close"
              className="-mt-1.5 -mr-2 grid size-10 place-items-center rounded-full hover:bg-sunken"
            >
              <XIcon />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
