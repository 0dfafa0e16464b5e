import { expect, test } from 'vitest'
import { addressLines } from './address-lines'

const ada = { full_name: 'Ada Lovelace', line1: '1 High Street', line2: null }
const written = (country: string, city: string, region: string | null, postal_code: string | null) =>
  addressLines({ ...ada, country, city, region, postal_code }).slice(2)

test.each([
  ['US', 'Springfield', 'IL', '62701', ['Springfield, IL 62701']],
  ['CA', 'Toronto', 'ON', 'M5V 2T6', ['Toronto ON M5V 2T6']],
  ['AU', 'Sydney', 'NSW', '2000', ['Sydney NSW 2000']],
  ['GB', 'London', null, 'SW1A 1AA', ['London', 'SW1A 1AA']],
  ['DE', 'Berlin', null, '10115', ['10115 Berlin']],
  ['FR', 'Paris', null, '75001', ['75001 Paris']],
  ['IT', 'Roma', 'RM', '00118', ['00118 Roma RM']],
  ['SE', 'Stockholm', null, '111 22', ['SE-111 22 Stockholm']],
  ['SE', 'Stockholm', null, 'SE-111 22', ['SE-111 22 Stockholm']],
  // These leave the town or the code out: an order must not.
  ['JP', 'Shibuya', 'Tokyo', '150-0002', ['Shibuya, Tokyo 150-0002']],
  ['AE', 'Deira', 'Dubai', null, ['Deira, Dubai']],
  ['HK', 'Central', null, '999077', ['Central, 999077']],
  ['XX', 'Somewhere', 'Far', '1', ['Somewhere, Far 1']],
])('in %s the town of %s, %s, %s is written %j', (country, city, region, code, lines) => {
  expect(written(country, city, region, code)).toEqual(lines)
})

test('name and street come first, and what is empty is no line', () => {
  const town = { city: 'Berlin', region: '', postal_code: '10115', country: 'DE' }
  expect(addressLines({ ...ada, line2: 'Flat 2', ...town })).toEqual(['Ada Lovelace', '1 High Street', 'Flat 2', '10115 Berlin'])
  expect(addressLines({ ...ada, full_name: '', ...town })).toEqual(['1 High Street', '10115 Berlin'])
})
