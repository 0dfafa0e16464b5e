import { expect, test } from 'vitest'
import { checkAddress } from './address-rules'
import { findCountry, listCountries } from './countries'
import { Address, type AddressFields } from './schemas'

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

test('a postal code is kept as its country writes it, with or without its hyphen and however many blanks', () => {
  const kept = (country: string, postal_code: string, region: string | null = null) =>
    Address.parse(address({ country, postal_code, region })).postal_code
  expect([kept('JP', '1000001', '13'), kept('PL', '00 950'), kept('PT', '1000001'), kept('PT', '1000')]).toEqual([
    '100-0001',
    '00-950',
    '1000-001',
    '1000',
  ])
  expect([kept('US', '100011234', 'NY'), kept('US', '10001 – 1234', 'NY')]).toEqual(['10001-1234', '10001-1234'])
  expect([kept('GB', ' sw1a  1aa'), kept('FK', 'fiqq1zz'), kept('DE', '10 115')]).toEqual(['SW1A 1AA', 'FIQQ 1ZZ', '10115'])
  expect(faults({ country: 'PL', postal_code: '0095' })).toEqual(['postal_code'])
  expect(faults({ country: 'JP', region: '13', postal_code: '1-0-0-0-0-0-0-1' })).toEqual(['postal_code'])
})

test('a code that does not fit is answered with what one looks like, where that can be told', () => {
  const said = (country: string) => checkAddress(address({ country, postal_code: 'X' }), '').find(({ pointer }) => pointer === '/postal_code')?.detail
  expect(said('PL')).toBe('This postal code does not fit the country you chose (Poland). There it looks like 12-345.')
  expect(said('GB')).toBe('This postcode does not fit the country you chose (United Kingdom).')
  expect(['US', 'JP', 'PT', 'SE', 'BR', 'DE', 'FK'].map((country) => said(country)?.match(/like (.*)\.$/)?.[1])).toEqual([
    '12345',
    '123-4567',
    '1234',
    '123 45',
    '12345-678',
    '12345',
    'FIQQ 1ZZ',
  ])
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
