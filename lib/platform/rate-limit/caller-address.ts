import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { LRUCache } from 'lru-cache'
import { env, mode } from '@/lib/platform/env'

/** What the limits know about an address: under which name it is counted, and whether they hold for it at all. */
export type Standing = { key: string; isExempt: boolean }

const MOST_ADDRESSES = 50_000
const known = new LRUCache<string, Standing>({ max: MOST_ADDRESSES })

/** Remembered, because every request asks. */
export function standingOf(clientAddress: string): Standing {
  const before = known.get(clientAddress)
  if (before) return before
  const standing = { key: addressKeyOf(clientAddress), isExempt: isExempt(clientAddress) }
  known.set(clientAddress, standing)
  return standing
}

/** One household has a whole /64 of IPv6 addresses; an IPv4 address is the same in either notation. */
export function addressKeyOf(clientAddress: string): string {
  const address = plainAddress(clientAddress)
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = address.split('::')
  const first = head.split(':').filter(Boolean)
  const last = address.includes('::') ? tail.split(':').filter(Boolean) : []
  const groups = [...first, ...Array<string>(Math.max(8 - first.length - last.length, 0)).fill('0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/**
 * The key of an address or of a /64 that somebody typed; null when it is neither. A block of another size would be counted under a name
 * that no request has.
 */
export function typedAddressKey(text: string): string | null {
  const address = plainAddress(text.trim().replace(/\/64$/, ''))
  if (isIPv4(address)) return text.includes('/') ? null : address
  return isIPv6(address) ? addressKeyOf(address) : null
}

const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')

/**
 * Limits per address would end every test and every developer's day: callers on this machine are exempt in local mode. So are addresses
 * that the shop trusts (`RATE_LIMIT_ALLOW`), an office or a monitor.
 */
export function isExempt(clientAddress: string): boolean {
  if (env.RATE_LIMITS === 'off') return true
  if (env.RATE_LIMITS === 'auto' && mode === 'local' && /^(127\.|::1$|::ffff:127\.)/.test(clientAddress)) return true
  const address = plainAddress(clientAddress)
  return (isIPv4(address) || isIPv6(address)) && allowed.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}

const allowed = allowList(env.RATE_LIMIT_ALLOW)

/** Addresses and networks, such as `203.0.113.7, 198.51.100.0/24, 2001:db8::/32`. */
function allowList(entries: string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (prefix === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(prefix), family)
  }
  return list
}
