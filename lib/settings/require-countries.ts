import { findCountry } from '@/lib/checkout/countries'
import { DomainError } from '@/lib/core/errors'

/** Only those that an address can be in: standards have codes for more, such as ZZ for an unknown region. @throws invalid_input */
export function requireCountries(codes: string[], pointer: string): void {
  if (codes.every((code) => findCountry(code))) return
  const detail = 'Choose a country from the list.'
  throw new DomainError('invalid_input', { detail, errors: [{ pointer, detail }] })
}
