import parsePhoneNumber, { type CountryCode } from 'libphonenumber-js/min'
import type { z } from 'zod'
import { DomainError, type InputError } from '@/lib/core/errors'
import { misfitPostalCode, writtenPostalCode } from '@/lib/core/postal-code'
import { findCountry } from './countries'
import type { AddressFields, Country, PlaceOrder } from './schemas'

/** @throws invalid_input with a pointer for each field that its country would not accept. */
export function requireAddresses({ shipping_address: shipping, billing_address: billing }: PlaceOrder): void {
  const errors = [...checkAddress(shipping, '/shipping_address'), ...(billing ? checkAddress(billing, '/billing_address') : [])]
  if (errors.length > 0) throw new DomainError('invalid_input', { detail: 'Please check the address.', errors })
}

/** The fields of an address whose rules differ from country to country. */
export type CountryFields = Pick<AddressFields, 'country' | 'region' | 'postal_code' | 'phone'>

/** What is wrong with an address by the rules of its country, one sentence per field; empty when all is well. `pointer` is the address's place in the input. */
export function checkAddress(address: CountryFields, pointer: string): InputError[] {
  const country = findCountry(address.country)
  if (!country) return [{ pointer: `${pointer}/country`, detail: 'Choose a country.' }]
  return [
    { field: 'region', detail: regionFault(address, country) },
    { field: 'postal_code', detail: postalCodeFault(address, country) },
    { field: 'phone', detail: phoneFault(address) },
  ].flatMap(({ field, detail }) => (detail ? [{ pointer: `${pointer}/${field}`, detail }] : []))
}

/** The same while the rest of the address is read: `value` may lack anything, and what is found wrong already is not said twice. */
export function sayWhatCountryNeeds(value: Record<keyof CountryFields, unknown>, context: z.core.$RefinementCtx): void {
  const told = new Set(context.issues.map(({ path }) => path?.[0]))
  if (told.has('country')) return
  const line = (field: keyof CountryFields) => (typeof value[field] === 'string' && !told.has(field) ? value[field] : null)
  const address = { country: line('country') ?? '', region: line('region'), postal_code: line('postal_code'), phone: line('phone') }
  for (const { pointer, detail } of checkAddress(address, '')) {
    const field = pointer.slice(1)
    if (!told.has(field)) context.addIssue({ code: 'custom', path: [field], message: detail })
  }
}

/** The same address with its postal code as its country writes it. */
export function withPostalCode<A extends CountryFields>(address: A): A {
  const pattern = findCountry(address.country)?.postal_code_pattern
  if (!address.postal_code || !pattern) return address
  return { ...address, postal_code: writtenPostalCode(address.postal_code, pattern) ?? address.postal_code }
}

function regionFault({ region }: CountryFields, { regions, is_region_required: isRequired, region_label: label }: Country): string | null {
  if (region === null) return isRequired ? `Choose a ${label.toLowerCase()}.` : null
  return regions.some(({ code }) => code === region) ? null : `Choose a ${label.toLowerCase()} from the list.`
}

function postalCodeFault({ postal_code: code }: CountryFields, country: Country): string | null {
  const label = lowerFirst(country.postal_code_label)
  if (code === null) return country.is_postal_code_required ? `Enter your ${label}.` : null
  // Some countries have no codes at all; what people write there anyway does no harm.
  if (country.postal_code_pattern === null) return null
  return writtenPostalCode(code, country.postal_code_pattern) === null ? misfitPostalCode(label, country.name, country.postal_code_pattern) : null
}

function phoneFault({ phone, country }: CountryFields): string | null {
  if (phone === null) return null
  return parsePhoneNumber(phone, country as CountryCode)?.isPossible() ? null : 'This phone number is not complete. Leave it empty if you like.'
}

/** `ZIP code` keeps its capitals. */
const lowerFirst = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
