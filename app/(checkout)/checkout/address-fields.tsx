'use client'

import type { ReactNode } from 'react'
import { Field, Select } from '@/app/_ui/field'
import type { Country, CountryName } from '@/lib/checkout/schemas'
import { CheckoutField, type FieldBinding, idOf } from './checkout-field'

type Props = {
  kind: 'shipping' | 'billing'
  countries: CountryName[]
  country: Country
  onCountry: (code: string) => void
  bind: (name: string) => FieldBinding
}

/** One address, asked for as its country writes it. Rare fields wait behind a line that says what they are for. */
export function AddressFields({ kind, countries, country, onCountry, bind }: Props) {
  const name = (field: string) => `${kind}_address/${field}`
  const line2 = bind(name('line2'))
  const phone = bind(name('phone'))
  const countryBinding = bind(name('country'))
  const region = bind(name('region'))
  return (
    <div className="grid gap-4">
      <CheckoutField binding={bind(name('full_name'))} label="Full name" autoComplete={`${kind} name`} required />
      <Field
        id={idOf(name('country'))}
        label="Country"
        error={countryBinding.error}
        control={(ties) => (
          <Select
            {...ties}
            name={name('country')}
            value={country.code}
            onChange={(event) => onCountry(event.target.value)}
            autoComplete={`${kind} country`}
          >
            {countries.map(({ code, name: label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </Select>
        )}
      />
      <CheckoutField binding={bind(name('line1'))} label="Street and house number" autoComplete={`${kind} address-line1`} required />
      <Optional label="Add apartment, suite or floor" isOpen={Boolean(line2.defaultValue || line2.error)}>
        <CheckoutField binding={line2} label="Apartment, suite or floor (optional)" autoComplete={`${kind} address-line2`} />
      </Optional>
      <CheckoutField binding={bind(name('city'))} label="City" autoComplete={`${kind} address-level2`} required />
      {country.is_region_required && (
        <Field
          id={idOf(name('region'))}
          label={country.region_label}
          error={region.error}
          control={(ties) => (
            <Select
              key={country.code}
              {...ties}
              name={name('region')}
              defaultValue={region.defaultValue}
              onBlur={region.onBlur}
              autoComplete={`${kind} address-level1`}
            >
              <option value="">Choose …</option>
              {country.regions.map(({ code, name: label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        />
      )}
      <CheckoutField
        binding={bind(name('postal_code'))}
        label={country.is_postal_code_required ? country.postal_code_label : `${country.postal_code_label} (optional)`}
        autoComplete={`${kind} postal-code`}
        inputMode={country.code === 'US' || country.code === 'DE' ? 'numeric' : undefined}
        required={country.is_postal_code_required}
        fieldClassName="max-w-48"
      />
      {kind === 'shipping' && (
        <Optional label="Add a phone number" isOpen={Boolean(phone.defaultValue || phone.error)}>
          <CheckoutField
            binding={phone}
            label="Phone (optional)"
            type="tel"
            inputMode="tel"
            autoComplete={`${kind} tel`}
            hint="Only for the courier, in case the parcel cannot be delivered."
          />
        </Optional>
      )}
    </div>
  )
}

function Optional({ label, isOpen, children }: { label: string; isOpen: boolean; children: ReactNode }) {
  return (
    <details open={isOpen || undefined} className="group">
      <summary className="inline-block min-h-6 rounded-md text-accent text-sm underline underline-offset-4 group-open:hidden">{label}</summary>
      {children}
    </details>
  )
}
