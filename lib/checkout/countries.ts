import countryData from 'country-region-data/data.json' with { type: 'json' }
import { POSTCODE_REGEXES } from 'postcode-validator/lib/cjs/postcode-regexes.js'
import { DomainError } from '@/lib/core/errors'
import type { Country, CountryName } from './schemas'

/**
 * Every country by name, for a select. Names and subdivisions come from `country-region-data` (large: keep it on the server), formats of
 * postal codes from `postcode-validator`.
 */
export const listCountries = (): CountryName[] => names

/** How an address is written in this country; null for an unknown code. */
export const findCountry = (code: string): Country | null => countries.get(code) ?? null

/** @throws not_found */
export function requireCountry(code: string): Country {
  const country = findCountry(code)
  if (!country) throw new DomainError('not_found', { detail: 'There is no country with this code.' })
  return country
}

/** Where mail does not arrive without the subdivision. Source: Google's address metadata (libaddressinput), `require` with S. */
const needsRegion = new Set(['AE', 'AU', 'BR', 'CA', 'CN', 'ES', 'ID', 'IN', 'IT', 'JP', 'KR', 'MX', 'US'])

/** A format is known, but people live and get mail without one. Source: the same, `require` without Z. */
const postalCodeOptional = new Set([
  'AI',
  'AL',
  'AM',
  'BM',
  'BN',
  'CO',
  'CL',
  'EC',
  'HN',
  'IE',
  'IR',
  'KE',
  'LB',
  'LR',
  'MD',
  'NG',
  'NI',
  'OM',
  'PA',
  'PE',
  'VE',
])

const regionLabels: Record<string, string> = {
  AE: 'Emirate',
  AU: 'State',
  BR: 'State',
  CA: 'Province',
  CN: 'Province',
  ES: 'Province',
  ID: 'Province',
  IN: 'State',
  IT: 'Province',
  JP: 'Prefecture',
  KR: 'Province',
  MX: 'State',
  US: 'State',
}
const postalLabels: Record<string, string> = { US: 'ZIP code', GB: 'Postcode', AU: 'Postcode', NZ: 'Postcode', IN: 'PIN code', IE: 'Eircode' }

const countries = new Map(
  countryData.map(({ countryShortCode: code, countryName: name, regions }): [string, Country] => {
    const known = regions.flatMap((region) => ('shortCode' in region && region.shortCode ? [{ code: region.shortCode, name: region.name }] : []))
    const pattern = POSTCODE_REGEXES.get(code)?.source ?? null
    return [
      code,
      {
        code,
        name,
        regions: known,
        is_region_required: needsRegion.has(code),
        region_label: regionLabels[code] ?? 'Region',
        is_postal_code_required: pattern !== null && !postalCodeOptional.has(code),
        postal_code_label: postalLabels[code] ?? 'Postal code',
        postal_code_pattern: pattern,
      },
    ]
  }),
)

const names: CountryName[] = [...countries.values()].map(({ code, name }) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'en'))
