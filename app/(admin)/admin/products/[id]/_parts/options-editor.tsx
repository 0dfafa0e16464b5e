'use client'

import { type Dispatch, type SetStateAction, useRef } from 'react'
import { Button } from '@/app/_ui/button'
import { PlusIcon, XIcon } from '@/app/_ui/icons'
import { markChanged } from './mark-changed'
import { smallField } from './small-field'
import type { OptionText } from './variant-rows'

type OptionsProps = {
  options: OptionText[]
  onChange: (index: number, option: OptionText) => void
  setOptions: Dispatch<SetStateAction<OptionText[]>>
}

/** What the product can be chosen in, up to three of them. */
export function OptionsEditor({ options, onChange, setOptions }: OptionsProps) {
  const frame = useRef<HTMLDivElement>(null)
  function set(next: OptionText[]) {
    setOptions(next)
    markChanged(frame.current)
  }
  return (
    <div ref={frame} id="options" className="grid gap-3">
      {options.length === 0 && <p className="text-muted text-sm">It comes in one kind. Add an option when people choose a size or a colour.</p>}
      {options.map((option, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: an option has no name of its own while it is typed
          key={index}
          className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-end gap-2 sm:grid-cols-[minmax(6rem,10rem)_minmax(0,1fr)_auto]"
        >
          <label className="grid gap-1 text-sm">
            <span className="font-medium">Option</span>
            <input
              className={smallField}
              value={option.name}
              placeholder="Size"
              maxLength={100}
              onChange={(event) => onChange(index, { ...option, name: event.target.value })}
            />
          </label>
          <label className="grid gap-1 text-sm">
            <span className="font-medium">Values, between commas</span>
            <input
              className={smallField}
              value={option.values}
              placeholder="S, M, L"
              onChange={(event) => onChange(index, { ...option, values: event.target.value })}
            />
          </label>
          <Button
            look="plain"
            size="sm"
            aria-label={`Remove the option ${option.name}`}
            className="px-2.5"
            onClick={() => set(options.filter((_, at) => at !== index))}
          >
            <XIcon width="18" height="18" />
          </Button>
        </div>
      ))}
      {options.length < 3 && (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={() => set([...options, { name: '', values: '' }])}>
          <PlusIcon width="16" height="16" />
          Add an option
        </Button>
      )}
    </div>
  )
}
