'use client'

import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/app/_ui/button'
import { inputClass, Select } from '@/app/_ui/field'
import { PlusIcon, Undo2Icon, XIcon } from '@/app/_ui/icons'
import { duration, inUnits, units } from '@/lib/core/duration'
import type { LimitSettings } from '@/lib/settings/schemas'

type Windows = LimitSettings['limits'][number]['windows']
type Props = { name: string; title: string; windows: Windows; usual: Windows; errors: Record<string, string>; mayChange: boolean }

type Line = { key: string; limit: string; count: string; unit: string }

const MOST = 4

/** The windows of one limit, a line each. Lines that come and go are no text field, so they say themselves that something differs. */
export function LimitLines({ name, title, windows, usual, errors, mayChange }: Props) {
  const list = useRef<HTMLOListElement>(null)
  const [lines, setLines] = useState(() => linesOf(windows))

  /** The focus goes to where one types on. */
  function show(next: Line[], focused: number) {
    flushSync(() => setLines(next))
    list.current?.dispatchEvent(new Event('input', { bubbles: true }))
    list.current?.querySelectorAll<HTMLInputElement>('input[name$=".limit"]')[focused]?.focus()
  }

  return (
    <div id={`value/${name}`} tabIndex={-1} className="outline-none">
      <ol ref={list} className="grid gap-5 sm:gap-3">
        {lines.map((line, at) => (
          <li key={line.key}>
            <LineFields name={name} title={title} line={line} at={at} errors={errors}>
              {mayChange && lines.length > 1 && (
                <Button
                  look="plain"
                  size="icon"
                  aria-label={`${title}: take line ${at + 1} away`}
                  onClick={() =>
                    show(
                      lines.filter(({ key }) => key !== line.key),
                      Math.max(0, at - 1),
                    )
                  }
                >
                  <XIcon width="18" height="18" />
                </Button>
              )}
            </LineFields>
          </li>
        ))}
      </ol>
      <Problem id={`value/${name}`} errors={errors} />
      {mayChange && (
        <div className="mt-3 flex flex-wrap gap-2">
          {lines.length < MOST && (
            <Button
              look="quiet"
              size="sm"
              aria-label={`${title}: add a line`}
              onClick={() => show([...lines, { key: crypto.randomUUID(), limit: '', count: '1', unit: 'hour' }], lines.length)}
            >
              <PlusIcon width="16" height="16" />
              Add a line
            </Button>
          )}
          <Button look="plain" size="sm" aria-label={`${title}: back to ${inShort(usual)}`} onClick={() => show(linesOf(usual), 0)}>
            <Undo2Icon width="16" height="16" />
            Back to the default
          </Button>
        </div>
      )}
      <p className="mt-2 text-muted text-sm">The default is {inShort(usual)}.</p>
    </div>
  )
}

const linesOf = (windows: Windows): Line[] =>
  windows.map(({ limit, seconds }) => {
    const { count, unit } = inUnits(seconds)
    return { key: crypto.randomUUID(), limit: String(limit), count: String(count), unit }
  })

const inShort = (windows: Windows) => windows.map(({ limit, seconds }) => `${limit.toLocaleString('en-US')} in ${duration(seconds)}`).join(', ')

type LineProps = { name: string; title: string; line: Line; at: number; errors: Record<string, string>; children: ReactNode }

function LineFields({ name, title, line, at, errors, children }: LineProps) {
  const id = `value/${name}/${at}`
  const [isOne, setOne] = useState(line.count === '1')
  const ties = (part: 'limit' | 'seconds') => ({
    id: `${id}/${part}`,
    'aria-invalid': errors[`${id}/${part}`] ? true : undefined,
    'aria-describedby': errors[`${id}/${part}`] ? `${id}/${part}-error` : undefined,
  })
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <div className="flex grow basis-full items-center gap-2 sm:grow-0 sm:basis-auto">
          <span className="w-24">
            <input
              {...ties('limit')}
              name={`${name}.limit`}
              aria-label={`${title}, requests`}
              inputMode="numeric"
              autoComplete="off"
              defaultValue={line.limit}
              className={inputClass}
            />
          </span>
          <span className="whitespace-nowrap text-sm">requests in</span>
        </div>
        <span className="w-16">
          <input
            {...ties('seconds')}
            name={`${name}.count`}
            aria-label={`${title}, in how many`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={line.count}
            onChange={(event) => setOne(event.target.value.trim() === '1')}
            className={inputClass}
          />
        </span>
        <span className="w-30">
          <Select name={`${name}.unit`} aria-label={`${title}: seconds, minutes, hours or days`} defaultValue={line.unit}>
            {units.toReversed().map(([unit]) => (
              <option key={unit} value={unit}>
                {isOne ? unit : `${unit}s`}
              </option>
            ))}
          </Select>
        </span>
        {children}
      </div>
      <Problem id={`${id}/limit`} errors={errors} />
      <Problem id={`${id}/seconds`} errors={errors} />
    </>
  )
}

function Problem({ id, errors }: { id: string; errors: Record<string, string> }) {
  if (!errors[id]) return null
  return (
    <p id={`${id}-error`} className="mt-1 font-medium text-danger text-sm">
      {errors[id]}
    </p>
  )
}
