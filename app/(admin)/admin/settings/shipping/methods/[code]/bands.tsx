'use client'

import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { inputClass } from '@/app/_ui/field'
import { PlusIcon, XIcon } from '@/app/_ui/icons'
import { minorDigits } from '@/lib/core/format-money'

export type RateBy = 'order' | 'subtotal' | 'weight'

type Props = {
  rateBy: Exclude<RateBy, 'order'>
  bands: readonly { from: number; rate_minor: number }[]
  currency: string
  error?: string
}

/** Steps of a price: each begins somewhere and holds until the next one begins, so that they cannot overlap. */
export function Bands({ rateBy, bands, currency, error }: Props) {
  const digits = minorDigits(currency)
  const amount = (minor: number) => (minor / 10 ** digits).toFixed(digits)
  const [steps, setSteps] = useState(() =>
    (bands.length > 0 ? bands : [{ from: 0, rate_minor: null }]).map(({ from, rate_minor }) => ({
      key: crypto.randomUUID(),
      from: rateBy === 'weight' ? String(from / 1_000) : from === 0 ? '0' : amount(from),
      rate: rate_minor === null ? '' : amount(rate_minor),
    })),
  )
  const unit = rateBy === 'weight' ? 'kg' : currency
  return (
    <fieldset id="value/bands" aria-describedby={error ? 'value/bands-error' : 'value/bands-hint'}>
      <legend className="sr-only">Steps</legend>
      <ol className="grid gap-2">
        {steps.map(({ key, from, rate }, index) => (
          <li key={key} className="grid grid-cols-[minmax(0,10rem)_minmax(0,10rem)_auto] items-end gap-3">
            <label className="grid gap-1.5 font-medium text-sm">
              From, in {unit}
              <input name="from" defaultValue={from} inputMode="decimal" className={inputClass} />
            </label>
            <label className="grid gap-1.5 font-medium text-sm">
              Price, in {currency}
              <input name="step_rate" defaultValue={rate} inputMode="decimal" className={inputClass} />
            </label>
            {steps.length > 1 && (
              <Button
                look="plain"
                size="sm"
                className="mb-1"
                aria-label={`Take step ${index + 1} away`}
                onClick={(event) => {
                  event.currentTarget.dispatchEvent(new Event('input', { bubbles: true }))
                  setSteps((known) => known.filter((step) => step.key !== key))
                }}
              >
                <XIcon width="18" height="18" />
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        size="sm"
        className="mt-3"
        onClick={() => setSteps((known) => [...known, { key: crypto.randomUUID(), from: '', rate: '' }])}
      >
        <PlusIcon width="16" height="16" />
        Add a step
      </Button>
      <p id="value/bands-hint" className="mt-2 text-muted text-sm">
        A step holds until the next one begins. The first begins at 0.
      </p>
      {error && (
        <p id="value/bands-error" className="mt-1 font-medium text-danger text-sm">
          {error}
        </p>
      )}
    </fieldset>
  )
}
