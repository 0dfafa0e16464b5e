import type { Country } from '@/lib/checkout/schemas'
import { misfitPostalCode, writtenPostalCode } from '@/lib/core/postal-code'
import { visibleLine } from '@/lib/core/visible-line'

/** Fields of the form by name, as they stand. */
export type Fields = Record<string, string>

/**
 * What is wrong with a field, in the words under it, or null. The same rules and words as `checkAddress` on the server, which decides
 * in the end; this one answers while somebody types, without the list of every country of the world.
 */
export function checkField(name: string, value: string, country: Country): string | null {
  const text = visibleLine(value)
  switch (name.replace(/^(shipping|billing)_address\//, '')) {
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? null : 'Enter an e-mail address like name@example.com.'
    case 'full_name':
      return text ? null : 'Enter your full name.'
    case 'line1':
      return text ? null : 'Enter your street and house number.'
    case 'city':
      return text ? null : 'Enter your city.'
    case 'region':
      return text || !country.is_region_required ? null : `Choose a ${country.region_label.toLowerCase()}.`
    case 'postal_code':
      return checkPostalCode(text, country)
    default:
      return null
  }
}

function checkPostalCode(text: string, country: Country): string | null {
  const label = lowerFirst(country.postal_code_label)
  if (!text) return country.is_postal_code_required ? `Enter your ${label}.` : null
  if (country.postal_code_pattern === null || writtenPostalCode(text, country.postal_code_pattern) !== null) return null
  return misfitPostalCode(label, country.name, country.postal_code_pattern)
}

/** `ZIP code` keeps its capitals. */
const lowerFirst = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))
