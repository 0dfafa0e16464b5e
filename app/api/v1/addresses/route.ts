import { z } from 'zod'
import { listAddresses } from '@/lib/addresses/list-addresses'
import { addAddress } from '@/lib/addresses/save-address'
import { AddAddress, AddressBook, AddressView } from '@/lib/addresses/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/addresses', {
  summary: 'Your addresses, the defaults first',
  input: z.strictObject({}),
  output: AddressBook,
  isPersonal: true,
  run: listAddresses,
})

export const POST = route('POST /api/v1/addresses', {
  summary: 'Add an address',
  input: AddAddress,
  output: AddressView,
  isPersonal: true,
  run: addAddress,
  idempotency: 'optional',
  status: 201,
})
