import { afterEach, expect, test, vi } from 'vitest'
import { addressKeyOf, isExempt, standingOf, typedAddressKey } from './caller-address'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

async function withEnv(env: Record<string, string>) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  vi.resetModules()
  return import('./caller-address')
}

test('R126: an IPv6 household is one address, an IPv4 address is itself in either notation', () => {
  expect(addressKeyOf('203.0.113.7')).toBe('203.0.113.7')
  expect(addressKeyOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  const household = ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9', '2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:DB8:1:2::'].map(addressKeyOf)
  expect(new Set(household)).toEqual(new Set(['2001:db8:1:2::/64']))
  expect(addressKeyOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(addressKeyOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
})

test('somebody types an address or the /64 that it is in, and nothing else', () => {
  expect(typedAddressKey(' 203.0.113.7 ')).toBe('203.0.113.7')
  expect(typedAddressKey('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
  expect(typedAddressKey('2001:db8:1:2::/64')).toBe('2001:db8:1:2::/64')
  for (const wrong of ['', 'localhost', '203.0.113.0/24', '203.0.113.7/64', '203.0.113.256', '2001:db8::/32'])
    expect([wrong, typedAddressKey(wrong)]).toEqual([wrong, null])
})

test('in local mode callers on this machine are exempt, unless the limits are on', async () => {
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '203.0.113.7'].map(isExempt)).toEqual([true, true, true, false])
  const on = await withEnv({ RATE_LIMITS: 'on' })
  expect(['127.0.0.1', '::1'].map(on.isExempt)).toEqual([false, false])
  const deployed = await withEnv({ RATE_LIMITS: 'auto', APP_URL: 'https://shop.example' })
  expect(deployed.isExempt('127.0.0.1')).toBe(false)
})

test('addresses and networks that the shop trusts are exempt, IPv6 too', async () => {
  const { isExempt: isTrusted, standingOf: standing } = await withEnv({
    RATE_LIMITS: 'on',
    RATE_LIMIT_ALLOW: '203.0.113.7, 198.51.100.0/24,2001:db8:5::/48 2001:db8:9::1',
  })
  for (const trusted of ['203.0.113.7', '::ffff:203.0.113.7', '198.51.100.200', '2001:db8:5:1::1', '2001:db8:9::1'])
    expect([trusted, isTrusted(trusted)]).toEqual([trusted, true])
  for (const other of ['203.0.113.8', '198.51.101.1', '2001:db8:6::1', '2001:db8:9::2', '', 'unknown'])
    expect([other, isTrusted(other)]).toEqual([other, false])
  expect(standing('198.51.100.3')).toEqual({ key: '198.51.100.3', isExempt: true })
  expect(standing('198.51.100.3')).toBe(standing('198.51.100.3'))
})

test('what is no address or network is named at the start', async () => {
  const { parseEnv } = await import('@/lib/platform/env')
  for (const wrong of ['shop.example', '203.0.113.0/33', '2001:db8::/129', '203.0.113.7/', '1.2.3.4/8/9']) {
    expect(() => parseEnv({ RATE_LIMIT_ALLOW: wrong })).toThrow(/RATE_LIMIT_ALLOW: must be addresses or networks/)
  }
  expect(() => standingOf('')).not.toThrow()
})
