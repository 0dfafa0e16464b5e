'use client'

import { KeptSelect } from '@/app/_client/kept-select'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import { blockAddressAction } from '../actions'

const spans = [
  ['1', 'An hour'],
  ['24', 'A day'],
  ['168', 'A week'],
  ['720', '30 days'],
  ['8760', 'A year'],
] as const

export function BlockDialog() {
  return (
    <FormDialog open="Block an address" title="Block an address" yes="Block it" said="It is blocked." action={blockAddressAction} isDangerous>
      {(form) => (
        <>
          <TextField
            id="address"
            name="address"
            label="Address"
            hint="IPv4, or IPv6: then the /64 that it is in is blocked."
            placeholder="203.0.113.20"
            defaultValue={form.values.address ?? ''}
            error={form.errors.address}
            autoComplete="off"
            maxLength={60}
          />
          <Field
            id="hours"
            label="For how long"
            error={form.errors.hours}
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="hours" first="24" className={inputClass}>
                {spans.map(([hours, words]) => (
                  <option key={hours} value={hours}>
                    {words}
                  </option>
                ))}
              </KeptSelect>
            )}
          />
          <TextField
            id="note"
            name="note"
            label="Why"
            hint="For you and the others; the address is never told."
            defaultValue={form.values.note ?? ''}
            error={form.errors.note}
            maxLength={200}
          />
        </>
      )}
    </FormDialog>
  )
}
