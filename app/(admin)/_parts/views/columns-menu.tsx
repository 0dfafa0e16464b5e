'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useEffect, useId, useRef } from 'react'
import { useFormAction } from '@/app/_client/use-form-action'
import { useOnAnswer } from '@/app/_client/use-on-answer'
import { button } from '@/app/_ui/button'
import { ColumnsIcon } from '@/app/_ui/icons'
import type { ViewArea } from '@/lib/staff/view-areas'
import { sayRefused } from '../toasts'
import { chooseColumnsAction } from './actions'

type Props = { area: ViewArea; view: string | undefined; columns: string[]; hidden: readonly string[]; hasFile: boolean }

/** Which columns are shown, kept with each tick. The panel hangs below its button, at its right end. */
export function ColumnsMenu({ area, view, columns, hidden, hasFile }: Props) {
  // A list that is kept behind this one has a panel, too.
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLFormElement>(null)
  const { submit, state } = useFormAction(chooseColumnsAction)
  const router = useRouter()

  useOnAnswer(state, () => {
    if (state.status === 'failed') sayRefused(state.message)
    else router.refresh()
  })

  useEffect(() => {
    const shown = panel.current
    function place() {
      const at = opener.current?.getBoundingClientRect()
      if (!shown || !at) return
      shown.style.top = `${at.bottom + window.scrollY + 6}px`
      shown.style.right = `${document.documentElement.clientWidth - at.right}px`
    }
    shown?.addEventListener('beforetoggle', place)
    // A page that is kept behind the next one must not come back with it open.
    return () => {
      shown?.removeEventListener('beforetoggle', place)
      if (shown?.matches(':popover-open')) shown.hidePopover()
    }
  }, [])

  function choose(event: FormEvent<HTMLFormElement>) {
    const fields = new FormData(event.currentTarget)
    startTransition(() => submit(fields))
  }

  return (
    <>
      <button ref={opener} type="button" popoverTarget={id} className={button({ look: 'quiet', size: 'sm', className: 'max-sm:px-3' })}>
        <ColumnsIcon width="16" height="16" />
        <span className="max-sm:sr-only">Columns</span>
      </button>
      <form
        ref={panel}
        id={id}
        popover="auto"
        aria-label="Columns"
        onChange={choose}
        onSubmit={(event) => event.preventDefault()}
        className="absolute inset-auto m-0 w-60 rounded-lg border border-line bg-surface p-2 text-ink shadow-lg backdrop:bg-transparent"
      >
        <input type="hidden" name="area" value={area} />
        {view && <input type="hidden" name="view" value={view} />}
        <ul>
          {columns.map((name) => (
            <li key={name}>
              <input type="hidden" name="column" value={name} />
              <label className="flex min-h-10 items-center gap-3 rounded-md px-3 text-sm hover:bg-sunken">
                <input type="checkbox" name="shown" value={name} defaultChecked={!hidden.includes(name)} className="check" />
                {name}
              </label>
            </li>
          ))}
        </ul>
        <p className="border-line border-t px-3 pt-2 pb-1 text-muted text-sm">
          Narrow screens show fewer.{hasFile && ' The CSV file has all of them.'}
        </p>
      </form>
    </>
  )
}
