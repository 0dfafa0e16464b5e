import { DomainError } from '@/lib/core/errors'
import { typedAddressKey } from '@/lib/platform/rate-limit/caller-address'

/** The name under which an address is blocked. @throws invalid_input */
export function requireAddressKey(address: string): string {
  const key = typedAddressKey(address)
  if (key) return key
  throw new DomainError('invalid_input', {
    errors: [{ pointer: '/address', detail: 'Give an IPv4 address, an IPv6 address, or the /64 that an IPv6 address is in.' }],
  })
}
