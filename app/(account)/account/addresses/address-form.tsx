'use client'

import { useState } from 'react'
import { sendJson } from '@/app/_client/cart-api'
import { FormSummary } from '@/app/_client/form-summary'
import { KeptSelect } from '@/app/_client/kept-select'
import { SubmitButton } from '@/app/_client/submit-button'
import { type FormAction, useFormAction } from '@/app/_client/use-form-action'
import { Field, TextField } from '@/app/_ui/field'
import { CheckoutCheckbox } from '@/app/(checkout)/checkout/checkout-checkbox'
import type { AddressView } from '@/lib/addresses/schemas'
import type { Country, CountryName } from '@/lib/checkout/schemas'

type Props = {
  action: FormAction<AddressView>
  countries: CountryName[]
  country: Country
  /** What is changed; absent for a new one. */
  address?: AddressView
}

const labels = { line1: 'Street and house number', line2: 'Apartment, suite or floor (optional)' }

/** An address as its country writes it. Without JavaScript the fields of the first country are shown, and the server says what is missing. */
export function AddressForm({ action, countries, country: rendered, address }: Props) {
  const form = useFormAction(action)
  const [country, setCountry] = useState(rendered)
  const known: Record<string, string | null> = address ? textsOf(address) : {}
  const bind = (name: string) => ({ id: name, name, defaultValue: form.values[name] ?? known[name] ?? '', error: form.errors[name], maxLength: 254 })
  // Whoever was told how it was changed elsewhere has seen that version.
  const seenVersion = form.state.status === 'failed' && form.state.code === 'stale' ? String(form.state.extra.version) : form.values.version
  const isChecked = (name: 'is_default_shipping' | 'is_default_billing') =>
    form.state.status === 'failed' ? form.values[name] === 'on' : (address?.[name] ?? false)
  return (
    <form action={form.submit} noValidate className="grid max-w-xl gap-5 rounded-lg bg-surface p-6 shadow-sm sm:p-8">
      <FormSummary form={form} labels={{ ...labels, region: country.region_label, postal_code: country.postal_code_label }} />
      {address && <input type="hidden" name="id" value={address.id} />}
      {address && <input type="hidden" name="version" value={seenVersion ?? address.version} />}
      <TextField {...bind('full_name')} label="Full name" autoComplete="name" aria-required />
      <Field
        id="country"
        label="Country"
        error={form.errors.country}
        control={(ties) => (
          <KeptSelect
            {...ties}
            kept={form}
            name="country"
            first={country.code}
            onChange={async ({ target }) => setCountry(await sendJson<Country>('GET', `/api/v1/countries/${encodeURIComponent(target.value)}`))}
            autoComplete="country"
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </KeptSelect>
        )}
      />
      <TextField {...bind('line1')} label={labels.line1} autoComplete="address-line1" aria-required />
      <TextField {...bind('line2')} label={labels.line2} autoComplete="address-line2" />
      <TextField {...bind('city')} label="City" autoComplete="address-level2" aria-required />
      <div className="grid gap-5 sm:grid-cols-2">
        {country.is_region_required && (
          <Field
            id="region"
            label={country.region_label}
            error={form.errors.region}
            control={(ties) => (
              <KeptSelect {...ties} key={country.code} kept={form} name="region" first={known.region ?? ''}>
                <option value="">Choose …</option>
                {country.regions.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </KeptSelect>
            )}
          />
        )}
        <TextField
          {...bind('postal_code')}
          label={country.is_postal_code_required ? country.postal_code_label : `${country.postal_code_label} (optional)`}
          autoComplete="postal-code"
        />
      </div>
      <TextField
        {...bind('phone')}
        label="Phone (optional)"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        hint="Only for the courier, in case the parcel cannot be delivered."
      />
      <div className="grid gap-3">
        <CheckoutCheckbox name="is_default_shipping" defaultChecked={isChecked('is_default_shipping')}>
          Deliver here unless I say otherwise
        </CheckoutCheckbox>
        <CheckoutCheckbox name="is_default_billing" defaultChecked={isChecked('is_default_billing')}>
          Use it for bills unless I say otherwise
        </CheckoutCheckbox>
      </div>
      <SubmitButton isPending={form.isPending} size="lg" className="justify-self-start">
        Save address
      </SubmitButton>
    </form>
  )
}

function textsOf({ full_name, line1, line2, city, region, postal_code, phone }: AddressView): Record<string, string | null> {
  return { full_name, line1, line2, city, region, postal_code, phone }
}
