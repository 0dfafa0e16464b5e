'use client'

import { KeptSelect } from '@/app/_client/kept-select'
import { Field, inputClass, TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
import type { CountryName } from '@/lib/checkout/schemas'
import type { StaffOrder } from '@/lib/orders/staff-schemas'
import { correctAddressAction } from '../../actions'

const fields = [
  ['full_name', 'Full name'],
  ['line1', 'Street and house number'],
  ['line2', 'Apartment, suite or floor (optional)'],
  ['city', 'City'],
  ['region', 'State or region, as its code'],
  ['postal_code', 'Postal code'],
  ['phone', 'Phone (optional)'],
] as const

/** Corrects where the order goes. It says so when somebody else has changed the order in the meantime. */
export function AddressDialog({ order, countries }: { order: StaffOrder; countries: CountryName[] }) {
  const address = order.shipping_address
  return (
    <FormDialog
      open="Correct the address"
      title={`Where ${order.number} goes`}
      yes="Save address"
      said="The address is corrected."
      action={correctAddressAction}
    >
      {(form) => (
        <>
          <input type="hidden" name="number" value={order.number} />
          <input type="hidden" name="version" value={order.version} />
          {fields.map(([name, label]) => (
            <TextField
              key={name}
              id={`shipping_address/${name}`}
              name={`shipping_address/${name}`}
              label={label}
              defaultValue={form.values[`shipping_address/${name}`] ?? address[name] ?? ''}
              error={form.errors[`shipping_address/${name}`]}
              maxLength={200}
            />
          ))}
          <Field
            id="shipping_address/country"
            label="Country"
            error={form.errors['shipping_address/country']}
            control={(ties) => (
              <KeptSelect {...ties} kept={form} name="shipping_address/country" first={address.country} className={inputClass}>
                {countries.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </KeptSelect>
            )}
          />
        </>
      )}
    </FormDialog>
  )
}
