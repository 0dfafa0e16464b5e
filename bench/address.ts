import type { AddressFields } from '@/lib/checkout/schemas'

export const benchAddress: AddressFields = {
  full_name: 'Ada Lovelace',
  line1: '12 Market Street',
  line2: null,
  city: 'New York',
  region: 'NY',
  postal_code: '10001',
  country: 'US',
  phone: null,
}
