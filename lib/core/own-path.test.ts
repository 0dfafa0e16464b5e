import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOwnPath, OwnPath } from './own-path'

test('pages of ours may be led back to', () => {
  for (const path of ['/', '/account', '/account/orders?status=paid', '/p/lamp-1#reviews', '/search?q=a%20b', '/account/confirm-email?token=a.b-c_d'])
    expect([path, isOwnPath(path)]).toEqual([path, true])
})

test('no spelling of another site, of a script or of the API is one of ours', () => {
  const hostile = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '@evil.example',
    '.evil.example',
    '',
    'account',
    '/api/v1/me/exports',
    '/./api/v1/me/exports',
    `/${'a'.repeat(1001)}`,
    '/a\u0000b',
    '/a\r\nSet-Cookie: x=1',
  ]
  for (const path of hostile) expect([path, isOwnPath(path)]).toEqual([path, false])
  expect(OwnPath.parse('//evil.example')).toBeUndefined()
})

test('whatever is let through stays on the shop’s own address', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '@', ':', '?', '#', '%2f', '%5c', '\t', 'evil.example', 'a', 'https', 'javascript')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = `/${pieces.join('')}`
      if (isOwnPath(path)) expect(new URL(path, 'https://shop.example').origin).toBe('https://shop.example')
    }),
    { numRuns: 3000 },
  )
})
