'use client'

import { TextField } from '@/app/_ui/field'
import { FormDialog } from '@/app/(admin)/_parts/form-dialog'
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
export function AddressDialog({ order, countryName }: { order: StaffOrder; countryName: string }) {
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
          <input type="hidden" name="shipping_address/country" value={address.country} />
          <p className="text-muted text-sm">
            In {countryName}: tax and shipping were agreed for it. To another country the order has to be placed anew.
          </p>
        </>
      )}
    </FormDialog>
  )
}
