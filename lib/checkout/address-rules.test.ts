import { expect, test } from 'vitest'
import { checkAddress } from './address-rules'
import { findCountry, listCountries } from './countries'
import type { AddressFields } from './schemas'

const address = (fields: Partial<AddressFields>): AddressFields => ({
  full_name: 'Ada Lovelace',
  line1: '1 Main Street',
  line2: null,
  city: 'Springfield',
  region: null,
  postal_code: null,
  country: 'US',
  phone: null,
  ...fields,
})
const faults = (fields: Partial<AddressFields>) => checkAddress(address(fields), '/shipping_address').map(({ pointer }) => pointer.split('/').at(-1))

test('addresses that arrive are accepted', () => {
  expect(faults({ region: 'NY', postal_code: '10001' })).toEqual([])
  expect(faults({ country: 'DE', postal_code: '10115' })).toEqual([])
  expect(faults({ country: 'GB', postal_code: 'sw1a 1aa' })).toEqual([])
  expect(faults({ country: 'CA', region: 'ON', postal_code: 'K1A 0B1', phone: '613 555 0123' })).toEqual([])
  expect(faults({ country: 'HK' })).toEqual([])
  expect(faults({ country: 'AE', region: 'DU' })).toEqual([])
})

test('each fault is named on its field', () => {
  expect(faults({})).toEqual(['region', 'postal_code'])
  expect(faults({ region: 'XX', postal_code: '1000' })).toEqual(['region', 'postal_code'])
  expect(faults({ country: 'DE', postal_code: '1011' })).toEqual(['postal_code'])
  expect(faults({ country: 'ZZ' })).toEqual(['country'])
  expect(faults({ region: 'NY', postal_code: '10001', phone: '12' })).toEqual(['phone'])
})

test('every country can be chosen, and no required region is without a list', () => {
  expect(listCountries().length).toBeGreaterThan(240)
  for (const { code } of listCountries()) {
    const country = findCountry(code)
    expect(country?.is_region_required ? country.regions.length > 0 : true, code).toBe(true)
  }
})
