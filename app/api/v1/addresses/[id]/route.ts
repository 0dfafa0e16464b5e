import { removeAddress } from '@/lib/addresses/remove-address'
import { changeAddress } from '@/lib/addresses/save-address'
import { AddressBook, AddressRef, AddressView, ChangeAddress } from '@/lib/addresses/schemas'
import { route } from '@/lib/web/route'

export const PUT = route('PUT /api/v1/addresses/{id}', {
  summary: 'Replace an address; orders keep the copy they were placed with',
  input: ChangeAddress,
  output: AddressView,
  isPersonal: true,
  run: changeAddress,
})

export const DELETE = route('DELETE /api/v1/addresses/{id}', {
  summary: 'Remove an address',
  input: AddressRef,
  output: AddressBook,
  isPersonal: true,
  run: removeAddress,
})
