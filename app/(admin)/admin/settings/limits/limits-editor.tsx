'use client'

import { useEffect, useRef, useState } from 'react'
import { EditorForm } from '@/app/(admin)/_parts/editor-form'
import { duration } from '@/lib/core/duration'
import type { LimitSettings } from '@/lib/settings/schemas'
import { saveLimitsAction } from '../actions'
import { LimitLines } from './limit-lines'

type Limit = LimitSettings['limits'][number] & { title: string; about: string }
type Props = { version: string; limits: Limit[]; mayChange: boolean }

export function LimitsEditor({ version, limits, mayChange }: Props) {
  const [drawn, frame] = useDiscards()
  return (
    <div ref={frame}>
      <EditorForm action={saveLimitsAction} version={version} said="The limits are saved, and hold from now on.">
        {({ errors }) => (
          <fieldset key={drawn} disabled={!mayChange} className="grid gap-4">
            <legend className="sr-only">Limits</legend>
            {limits.map((limit) => (
              <section
                key={limit.name}
                aria-labelledby={`limit-${limit.name}`}
                className="grid gap-x-8 gap-y-3 rounded-lg bg-surface p-4 shadow-sm sm:p-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]"
              >
                <div>
                  <h2 id={`limit-${limit.name}`} className="font-sans font-semibold text-base tracking-normal">
                    {limit.title}
                  </h2>
                  <p className="mt-1 text-muted text-sm">{limit.about}</p>
                </div>
                {limit.is_fixed ? <Fixed limit={limit} /> : <LimitLines {...limit} errors={errors} mayChange={mayChange} />}
              </section>
            ))}
          </fieldset>
        )}
      </EditorForm>
    </div>
  )
}

/** What was set here before the variable was comes back when it is gone: it is sent as it is. */
function Fixed({ limit: { name, windows, set, variable } }: { limit: Limit }) {
  return (
    <div>
      <ul className="grid gap-1">
        {windows.map(({ limit, seconds }) => (
          <li key={seconds}>
            {limit.toLocaleString('en-US')} requests in {duration(seconds)}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-muted text-sm">
        Set by <code>{variable}</code> in the environment of the server, and changed there.
      </p>
      {set?.map(({ limit, seconds }) => (
        <span key={seconds}>
          <input type="hidden" name={`${name}.limit`} value={limit} />
          <input type="hidden" name={`${name}.count`} value={seconds} />
          <input type="hidden" name={`${name}.unit`} value="second" />
        </span>
      ))}
    </div>
  )
}

/** How often changes were discarded: lines that were added are no field that a reset of the form puts back. */
function useDiscards() {
  const [drawn, setDrawn] = useState(0)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = frame.current
    const onReset = () => setDrawn((before) => before + 1)
    element?.addEventListener('reset', onReset, true)
    return () => element?.removeEventListener('reset', onReset, true)
  }, [])
  return [drawn, frame] as const
}
