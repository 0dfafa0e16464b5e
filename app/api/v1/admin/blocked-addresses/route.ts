import { blockAddress } from '@/lib/blocked-addresses/block-address'
import { listBlockedAddresses } from '@/lib/blocked-addresses/list-blocked-addresses'
import { AddressBlocked, BlockAddress, BlockedAddressPage, ListBlockedAddresses } from '@/lib/blocked-addresses/schemas'
import { route } from '@/lib/web/route'

export const GET = route('GET /api/v1/admin/blocked-addresses', {
  summary: 'For administrators: the addresses that get no answers now',
  input: ListBlockedAddresses,
  output: BlockedAddressPage,
  isPersonal: true,
  run: listBlockedAddresses,
})

export const POST = route('POST /api/v1/admin/blocked-addresses', {
  summary: 'For administrators: block an IPv4 address, or the /64 of an IPv6 one',
  input: BlockAddress,
  output: AddressBlocked,
  isPersonal: true,
  status: 201,
  run: blockAddress,
})
