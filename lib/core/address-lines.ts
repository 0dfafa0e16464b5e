import { formatAddress } from 'localized-address-format'

type Postal = {
  full_name: string
  line1: string
  line2?: string | null | undefined
  city: string
  region?: string | null | undefined
  postal_code?: string | null | undefined
  country: string
}

/**
 * An address as the post of its country writes it, line by line and without the country: the ZIP code behind the town in the United States,
 * before it in most of Europe. What a country leaves out stays out where mail arrives without it (a region), but never the town or the code:
 * then, and for countries that nobody described, it is name, street, "City, Region Code".
 */
export function addressLines({ full_name: name, line1, line2, city, region, postal_code: code, country }: Postal): string[] {
  const street = [line1, line2].filter(isThere)
  const lines = formatAddress(
    {
      postalCountry: country,
      name,
      addressLines: street,
      locality: city,
      ...(region ? { administrativeArea: region } : {}),
      ...(code ? { postalCode: code } : {}),
    },
    'latin',
  ).map((line) => line.replace(sameLettersTwice, '$1'))
  if (writes(country, { city, code })) return lines
  const town = [city, [region, code].filter(isThere).join(' ')].filter(isThere).join(', ')
  return [name, ...street, town].filter(isThere)
}

/** Whether a town and a code that were typed have a place in how this country writes. */
function writes(country: string, { city, code }: { city: string; code: string | null | undefined }): boolean {
  const form = formatAddress({ postalCountry: country, locality: '{city}', postalCode: '{code}' }, 'latin').join(' ')
  return (!city || form.includes('{city}')) && (!code || form.includes('{code}'))
}

const isThere = (part: string | null | undefined): part is string => Boolean(part)

/** Some countries put letters before the code, which people may have typed too: SE-SE-111 22. */
const sameLettersTwice = /\b([A-Z]{1,2}-)\1/
