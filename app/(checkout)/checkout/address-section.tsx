import type { AddressView } from '@/lib/addresses/schemas'
import type { CountryName } from '@/lib/checkout/schemas'
import { AddressFields } from './address-fields'
import { CheckoutCheckbox } from './checkout-checkbox'
import { CheckoutSection } from './checkout-section'
import { SavedAddresses } from './saved-addresses'
import type { CheckoutFields } from './use-checkout-fields'

type Props = { fields: CheckoutFields; countries: CountryName[]; addresses: AddressView[] }

/** The shipping address, and the billing address behind a checkbox that needs no JavaScript (`checkout.css`). */
export function AddressSection({ fields, countries, addresses }: Props) {
  const address = (kind: 'shipping' | 'billing') => (
    <>
      <SavedAddresses kind={kind} addresses={addresses} onChoose={(saved) => fields.takeAddress(kind, saved)} />
      <AddressFields
        kind={kind}
        countries={countries}
        country={fields.country[kind]}
        onCountry={(code) => fields.setCountry(kind, code)}
        bind={fields.bind}
      />
    </>
  )
  return (
    <CheckoutSection title="Where should it go?">
      {address('shipping')}
      <div className="billing grid gap-4">
        <CheckoutCheckbox id="billing_same" name="billing_same" defaultChecked={fields.initial.billing_same !== undefined}>
          The billing address is the same
        </CheckoutCheckbox>
        <fieldset className="billing-fields grid gap-4 border-line border-l-2 pl-5">
          <legend className="mb-4 font-semibold">Billing address</legend>
          {address('billing')}
        </fieldset>
      </div>
    </CheckoutSection>
  )
}
