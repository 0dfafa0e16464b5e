'use client'

import { type Dispatch, type FormEvent, type RefObject, type SetStateAction, useLayoutEffect, useState } from 'react'
import { TextField } from '@/app/_ui/field'
import { faultInCvc, faultInExpiry, faultInNumber } from '@/lib/payments/card-rules'

export type Card = { number: string; expiry: string; cvc: string }
export type CardErrors = Partial<Record<keyof Card, string>>

type Props = {
  card: Card
  errors: CardErrors
  /** A field changes what it finds: on a slow machine one is typed into before another's change has been rendered. */
  onChange: Dispatch<SetStateAction<Card>>
  /** Where the form posts the card without JavaScript. Absent: these fields have no names and never leave by themselves. */
  namePrefix?: string
  firstField?: RefObject<HTMLInputElement | null>
}

export const emptyCard: Card = { number: '', expiry: '', cvc: '' }

/** Number, expiry, security code. Checked when a field is left, and again while it is mended. */
export function CardFields({ card, errors, onChange, namePrefix, firstField }: Props) {
  const [left, setLeft] = useState<CardErrors>({})
  const own = checkCard(card)

  // What was typed before the scripts were there is taken over, before anything else can be typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the fields appear
  useLayoutEffect(() => {
    const typed = (field: keyof Card) => {
      const input = document.getElementById(`card-${field}`)
      return input instanceof HTMLInputElement ? input.value : ''
    }
    const early: Card = { number: groupNumber(typed('number')), expiry: slashExpiry(typed('expiry')), cvc: typed('cvc').replaceAll(/\D/g, '') }
    if (Object.values(early).some((text) => text !== '')) onChange(early)
  }, [])

  const errorOf = (field: keyof Card) => (left[field] || errors[field] ? (own[field] ?? (card[field] === '' ? errors[field] : undefined)) : undefined)
  const bind = (field: keyof Card, format: (text: string) => string) => ({
    id: `card-${field}`,
    name: namePrefix ? `${namePrefix}/${field}` : undefined,
    value: card[field],
    error: errorOf(field),
    onChange: (event: FormEvent<HTMLInputElement>) => {
      const text = format(event.currentTarget.value)
      onChange((known) => ({ ...known, [field]: text }))
    },
    onBlur: () => setLeft((known) => ({ ...known, ...(card[field] ? { [field]: 'left' } : {}) })),
    inputMode: 'numeric' as const,
    'aria-required': true,
  })
  return (
    <div className="grid gap-4">
      <TextField {...bind('number', groupNumber)} ref={firstField} label="Card number" autoComplete="cc-number" className="tabular" />
      <div className="grid grid-cols-2 gap-4">
        <TextField {...bind('expiry', slashExpiry)} label="Expiry (MM/YY)" autoComplete="cc-exp" className="tabular" />
        <TextField
          {...bind('cvc', (text) => text.replaceAll(/\D/g, '').slice(0, 4))}
          label="Security code"
          autoComplete="cc-csc"
          className="tabular"
        />
      </div>
    </div>
  )
}

/** The rules of the payment, before an order is placed. */
export function checkCard({ number, expiry, cvc }: Card): CardErrors {
  const faults = { number: faultInNumber(number.replaceAll(' ', '')), expiry: faultInExpiry(expiry), cvc: faultInCvc(cvc) }
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null))
}

const groupNumber = (text: string) =>
  text
    .replaceAll(/\D/g, '')
    .slice(0, 19)
    .replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** `1228`, `12/28` and a pasted `12/2028` all become `12/28`. */
function slashExpiry(text: string): string {
  const digits = text.replaceAll(/\D/g, '')
  if (digits.length <= 2) return text.endsWith('/') && digits.length === 2 ? `${digits}/` : digits
  const year = digits.length >= 6 ? digits.slice(4, 6) : digits.slice(2, 4)
  return `${digits.slice(0, 2)}/${year}`
}
