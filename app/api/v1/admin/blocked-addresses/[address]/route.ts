import { BlockedAddressRef, Unblocked } from '@/lib/blocked-addresses/schemas'
import { unblockAddress } from '@/lib/blocked-addresses/unblock-address'
import { route } from '@/lib/web/route'

export const DELETE = route('DELETE /api/v1/admin/blocked-addresses/{address}', {
  summary: 'For administrators: let an address in again; any address of a blocked /64 stands for it',
  input: BlockedAddressRef,
  output: Unblocked,
  isPersonal: true,
  run: unblockAddress,
})
