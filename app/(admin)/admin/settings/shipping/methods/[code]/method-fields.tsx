'use client'

import { useState } from 'react'
import { KeptSelect } from '@/app/_client/kept-select'
import type { FormActionState } from '@/app/_client/use-form-action'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { minorDigits } from '@/lib/core/format-money'
import { Bands, type RateBy } from './bands'

export type MethodShop = { currency: string; zones: { id: string; name: string }[] }

type Method = {
  zone_id: string | null
  name: string
  description: string
  rate_by: RateBy
  rate_minor: number | null
  bands: readonly { from: number; rate_minor: number }[]
  free_from_minor: number | null
  min_days: number
  max_days: number
  is_active: boolean
  position: number
}

type Props = { form: FormActionState<unknown>; method: Method; shop: MethodShop }

const group = 'grid gap-4 rounded-lg bg-surface p-4 shadow-sm sm:p-5'

export function MethodFields({ form: { values, errors, ...form }, method, shop }: Props) {
  const [rateBy, setRateBy] = useState<RateBy>(method.rate_by)
  const digits = minorDigits(shop.currency)
  const bandError = Object.entries(errors).find(([name]) => name.startsWith('value/bands'))?.[1]
  const amount = (minor: number | null) => (minor === null ? '' : (minor / 10 ** digits).toFixed(digits))
  const field = (name: string, pointer: string, first: string) => ({
    id: `value/${pointer}`,
    name,
    defaultValue: values[name] ?? first,
    error: errors[`value/${pointer}`],
  })
  return (
    <>
      <input type="hidden" name="currency" value={shop.currency} />
      <div className={group}>
        <TextField {...field('name', 'name', method.name)} label="Name" placeholder="Standard delivery" maxLength={60} />
        <TextField
          {...field('description', 'description', method.description)}
          label="A word about it"
          placeholder="Tracked, to your door"
          maxLength={200}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            id="value/zone_id"
            label="Where to"
            error={errors['value/zone_id']}
            control={(ties) => (
              <KeptSelect {...ties} kept={{ values, answers: form.answers }} name="zone_id" first={method.zone_id ?? ''} className={inputClass}>
                {shop.zones.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value="">{shop.zones.length === 0 ? 'Everywhere' : 'Everywhere else'}</option>
              </KeptSelect>
            )}
          />
          <TextField
            {...field('position', 'position', String(method.position))}
            label="Place in the list"
            hint="The lowest number is what shoppers begin with."
            inputMode="numeric"
          />
        </div>
        <label className="flex min-h-8 items-center gap-3 text-sm">
          <input type="checkbox" name="is_active" defaultChecked={method.is_active} className="check shrink-0" />
          On offer in the checkout
        </label>
      </div>

      <div className={group}>
        <fieldset>
          <legend className="mb-1.5 font-medium text-sm">What it costs</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-1">
            {(Object.keys(rateWords) as RateBy[]).map((way) => (
              <label key={way} className="flex min-h-8 items-center gap-2.5 text-sm">
                <input
                  type="radio"
                  name="rate_by"
                  value={way}
                  defaultChecked={way === method.rate_by}
                  onChange={() => setRateBy(way)}
                  className="size-4.5 accent-accent"
                />
                {rateWords[way]}
              </label>
            ))}
          </div>
        </fieldset>
        {rateBy === 'order' ? (
          <TextField
            {...field('rate', 'rate_minor', amount(method.rate_minor))}
            label={`Price in ${shop.currency}`}
            inputMode="decimal"
            placeholder={amount(500)}
            fieldClassName="max-w-48"
          />
        ) : (
          <Bands key={rateBy} rateBy={rateBy} bands={method.rate_by === rateBy ? method.bands : []} currency={shop.currency} error={bandError} />
        )}
        <TextField
          {...field('free_from', 'free_from_minor', amount(method.free_from_minor))}
          label={`Free for orders from, in ${shop.currency}`}
          hint="Of the goods before tax. Empty: never free of itself."
          inputMode="decimal"
          fieldClassName="max-w-80"
        />
      </div>

      <div className={group}>
        <div className="grid max-w-md grid-cols-2 gap-4">
          <TextField {...field('min_days', 'min_days', String(method.min_days))} label="Arrives after" inputMode="numeric" />
          <TextField {...field('max_days', 'max_days', String(method.max_days))} label="and at most" inputMode="numeric" />
        </div>
        <p className="text-muted text-sm">Working days. Shoppers see them as dates.</p>
      </div>
    </>
  )
}

const rateWords: Record<RateBy, string> = {
  order: 'One price for every order',
  subtotal: 'By the value of the order',
  weight: 'By its weight',
}
