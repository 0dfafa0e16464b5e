'use client'

import type { ComponentProps, ReactNode } from 'react'
import { TextField } from '@/app/_ui/field'

/** What ties a field to the form's state: its value when the page was made, and what is wrong with it now. */
export type FieldBinding = { name: string; defaultValue: string; error?: string; onBlur: (event: { currentTarget: { value: string } }) => void }

/** `shipping_address/city` as an id that CSS and fragments can name. */
export const idOf = (name: string) => name.replace('/', '-')

type Props = { binding: FieldBinding; label: ReactNode; hint?: ReactNode; fieldClassName?: string } & Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'autoComplete' | 'required'
>

/** A text field. `required` is told to assistive technology only: the browser's own bubbles would hide our words. */
export function CheckoutField({ binding: { name, defaultValue, error, onBlur }, required, ...props }: Props) {
  return (
    <TextField
      {...props}
      id={idOf(name)}
      name={name}
      defaultValue={defaultValue}
      error={error}
      onBlur={onBlur}
      aria-required={required}
      maxLength={254}
    />
  )
}
