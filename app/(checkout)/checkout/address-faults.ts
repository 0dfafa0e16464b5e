import { z } from 'zod'
import { checkAddress } from '@/lib/checkout/address-rules'
import { AddressFields } from '@/lib/checkout/schemas'

const { country, region, postal_code, phone } = AddressFields.shape
const CountryFields = z.object({ country, region, postal_code, phone })

/**
 * What the rules of its country say about an address whose other fields may be empty still, by the names of the form's fields. The purchase
 * checks the same rules, but only after everything else is right: without JavaScript that would be a second round.
 */
export function addressFaults(kind: 'shipping' | 'billing', fields: unknown): Record<string, string> {
  const address = CountryFields.safeParse(fields)
  if (!address.success) return {}
  return Object.fromEntries(checkAddress(address.data, `${kind}_address`).map(({ pointer, detail }) => [pointer, detail]))
}
