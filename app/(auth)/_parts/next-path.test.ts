import { expect, test } from 'vitest'
import { nextOf, withNext } from './next-path'

test('where somebody was on the way to comes back whole from an address, and another site never does', () => {
  const wish = '/account/wishlist/add?product=1&variant=2'
  for (const path of ['/register', '/check-your-mail?for=account']) {
    const query = Object.fromEntries(new URL(withNext(path, wish), 'http://shop.invalid').searchParams)
    expect(nextOf(query)).toBe(wish)
  }
  expect(withNext('/register', undefined)).toBe('/register')
  for (const next of ['//evil.example', 'https://evil.example', ['/a', '/b'], undefined]) expect(nextOf({ next })).toBeUndefined()
})
