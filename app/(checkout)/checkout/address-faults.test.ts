import { expect, test } from 'vitest'
import { addressFaults } from './address-faults'

const address = { full_name: '', line1: '', line2: '', city: '', region: '', postal_code: '', country: 'US', phone: '' }

test('what a country asks for is known while name and street are still empty', () => {
  expect(addressFaults('shipping', address)).toEqual({
    'shipping_address/region': 'Choose a state.',
    'shipping_address/postal_code': 'Enter your ZIP code.',
  })
})

test('an address that was not sent, or in no country, says nothing twice', () => {
  expect(addressFaults('billing', null)).toEqual({})
  expect(addressFaults('billing', { ...address, country: '' })).toEqual({})
})
