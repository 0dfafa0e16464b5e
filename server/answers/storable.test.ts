import { expect, test } from 'vitest'
import { lifetimeOf } from './storable'

const lifetime = (headers: Record<string, string>, status = 200) => lifetimeOf({ status, headers: new Headers(headers) })

test('an answer is shared for as long as it says itself, and stale only where it allows it', () => {
  expect(lifetime({ 'cache-control': 's-maxage=300, stale-while-revalidate=600' })).toEqual({ freshSeconds: 300, staleSeconds: 600 })
  expect(lifetime({ 'cache-control': 'public, max-age=0, s-maxage=900, must-revalidate', vary: 'RSC, Accept-Encoding' })).toEqual({
    freshSeconds: 900,
    staleSeconds: 0,
  })
})

test('S9: nothing that is personal, no refusal, no cookie and nothing that varies on more than the key is ever shared', () => {
  const shared = { 'cache-control': 's-maxage=300' }
  for (const headers of [
    {},
    { 'cache-control': 'max-age=300' },
    { 'cache-control': 'private, s-maxage=300' },
    { 'cache-control': 'no-store, s-maxage=300' },
    { 'cache-control': 's-maxage=0' },
    { ...shared, 'set-cookie': 'a=1' },
    { ...shared, vary: 'rsc, cookie' },
    { ...shared, vary: '*' },
    { ...shared, 'x-nextjs-postponed': '1' },
  ] as Record<string, string>[])
    expect([headers, lifetime(headers)]).toEqual([headers, null])
  for (const status of [204, 301, 404, 500]) expect(lifetime(shared, status)).toBeNull()
})
