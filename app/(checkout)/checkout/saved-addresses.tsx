import { Field, Select } from '@/app/_ui/field'
import type { AddressView } from '@/lib/addresses/schemas'
import type { Fields } from './field-checks'

type Props = { kind: 'shipping' | 'billing'; addresses: AddressView[]; onChoose: (address: AddressView) => void }

/** One of the account's other addresses instead. Without JavaScript the default one is there, to be changed by hand. */
export function SavedAddresses({ kind, addresses, onChoose }: Props) {
  if (addresses.length < 2) return null
  const current = addresses.find((address) => (kind === 'shipping' ? address.is_default_shipping : address.is_default_billing))
  return (
    <Field
      id={`${kind}-saved`}
      label="From your addresses"
      className="with-js"
      control={(ties) => (
        <Select
          {...ties}
          defaultValue={current?.id}
          onChange={({ target: { value } }) => {
            const chosen = addresses.find(({ id }) => id === value)
            if (chosen) onChoose(chosen)
          }}
        >
          {addresses.map(({ id, full_name, line1, city }) => (
            <option key={id} value={id}>
              {full_name}, {line1}, {city}
            </option>
          ))}
        </Select>
      )}
    />
  )
}

/** An address as the fields of one half of the form. */
export function addressTexts(kind: 'shipping' | 'billing', address: AddressView): Fields {
  const { full_name, line1, line2, city, region, postal_code, country, phone } = address
  const texts = { full_name, line1, line2, city, region, postal_code, country, ...(kind === 'shipping' ? { phone } : {}) }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${kind}_address/${name}`, text ?? '']))
}
