'use client'

import { type FormEvent, useEffect, useState } from 'react'
import { MinusIcon, PlusIcon } from '@/app/_ui/icons'

type Props = {
  action: (form: FormData) => void
  lineId: string
  name: string
  quantity: number
  max: number
  onChange: (quantity: number) => void
}

/**
 * Minus, a number to type over, plus. A form: without JavaScript its buttons send the step, and "Update" the typed number.
 * At the ends the buttons stay focusable and say why nothing happens.
 */
export function QuantityStepper({ action, lineId, name, quantity, max, onChange }: Props) {
  const [typed, setTyped] = useState(String(quantity))
  useEffect(() => setTyped(String(quantity)), [quantity])

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const button = (event.nativeEvent as SubmitEvent).submitter
    const step = button instanceof HTMLButtonElement ? Number(button.value || 0) : 0
    const entered = Math.round(Number(typed)) || quantity
    const wanted = Math.max(1, Math.min(max, entered + step))
    setTyped(String(wanted))
    if (wanted !== quantity) onChange(wanted)
  }

  return (
    <form action={action} onSubmit={submit} className="flex items-center gap-2">
      <input type="hidden" name="id" value={lineId} />
      {/* First in the form, so that Enter in the field means this one. */}
      <button type="submit" className="without-js order-last min-h-10 rounded-md px-2 text-sm underline underline-offset-4">
        Update<span className="sr-only"> quantity of {name}</span>
      </button>
      <button type="submit" className="with-js sr-only" tabIndex={-1} aria-hidden>
        Update
      </button>
      <div className="flex h-10 items-center rounded-full border border-edge bg-surface">
        <button type="submit" name="step" value="-1" aria-disabled={quantity <= 1} className={stepClasses} aria-label={`One less of ${name}`}>
          <MinusIcon className="size-4" />
        </button>
        <input
          name="quantity"
          value={typed}
          onChange={(event) => setTyped(event.target.value.replaceAll(/\D/g, '').slice(0, 2))}
          onBlur={(event) => event.currentTarget.form?.requestSubmit()}
          inputMode="numeric"
          autoComplete="off"
          aria-label={`Quantity of ${name}`}
          className="tabular h-full w-9 bg-transparent text-center font-medium"
        />
        <button type="submit" name="step" value="1" aria-disabled={quantity >= max} className={stepClasses} aria-label={`One more of ${name}`}>
          <PlusIcon className="size-4" />
        </button>
      </div>
    </form>
  )
}

const stepClasses = 'grid size-10 place-items-center rounded-full hover:bg-sunken aria-disabled:text-edge aria-disabled:hover:bg-transparent'
