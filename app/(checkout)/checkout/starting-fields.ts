import type { AddressView } from '@/lib/addresses/schemas'
import type { CartView } from '@/lib/cart/schemas'
import { findCountry } from '@/lib/checkout/countries'
import type { Country } from '@/lib/checkout/schemas'
import type { Session } from '@/lib/core/context'
import type { Fields } from './field-checks'
import { addressTexts } from './saved-addresses'

export type Start = { isSignedIn: boolean; fields: Fields; countries: { shipping: Country; billing: Country } }

/** What the form begins with: who is signed in finds their address, and their default addresses, already there. */
export function startingFields(cart: CartView, session: Session | undefined, addresses: AddressView[], home: Country): Start {
  const shipping = addresses.find((address) => address.is_default_shipping)
  const billing = addresses.find((address) => address.is_default_billing)
  const isSame = billing === undefined || billing.id === shipping?.id
  return {
    isSignedIn: session !== undefined,
    fields: {
      email: cart.email ?? session?.email ?? '',
      ...(isSame ? { billing_same: 'on' } : {}),
      ...(shipping ? addressTexts('shipping', shipping) : {}),
      ...(billing && !isSame ? addressTexts('billing', billing) : {}),
    },
    countries: { shipping: countryOf(shipping) ?? home, billing: countryOf(billing) ?? home },
  }
}

const countryOf = (address: AddressView | undefined) => (address ? findCountry(address.country) : null)
