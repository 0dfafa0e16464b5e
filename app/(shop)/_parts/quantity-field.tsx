'use client'

import { useId, useState } from 'react'
import { useTypedEarly } from '@/app/_client/use-typed-early'
import { MinusIcon, PlusIcon } from '@/app/_ui/icons'

const step = 'with-js grid size-11 place-items-center rounded-full hover:bg-sunken disabled:text-edge disabled:hover:bg-transparent'

/** How many. A plain number field; the buttons beside it need JavaScript and are not there without it. */
export function QuantityField({ max }: { max: number }) {
  const id = useId()
  const [quantity, setQuantity] = useState('1')
  const take = (text: string) => setQuantity(text.replaceAll(/\D/g, '').slice(0, 2))
  const input = useTypedEarly(take)
  const number = Math.max(1, Math.min(max, Math.round(Number(quantity)) || 1))
  return (
    <div className="mb-1 flex items-center justify-between gap-4">
      <label htmlFor={id} className="font-medium">
        Quantity
      </label>
      <span className="flex h-12 items-center rounded-full border border-edge bg-surface">
        <button type="button" className={step} aria-label="One less" disabled={number <= 1} onClick={() => setQuantity(String(number - 1))}>
          <MinusIcon className="size-4" />
        </button>
        <input
          ref={input}
          id={id}
          type="text"
          name="quantity"
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
          value={quantity}
          onChange={(event) => take(event.target.value)}
          onBlur={() => setQuantity(String(number))}
          className="tabular h-full w-11 bg-transparent text-center font-semibold"
        />
        <button type="button" className={step} aria-label="One more" disabled={number >= max} onClick={() => setQuantity(String(number + 1))}>
          <PlusIcon className="size-4" />
        </button>
      </span>
    </div>
  )
}
