import { autoImplementMethods } from 'next/dist/server/route-modules/app-route/helpers/auto-implement-methods'
import { expect, test } from 'vitest'
import { routeFiles } from '@/e2e/harness/routes'
import { allowedMethods } from './allowed-methods'

test('Allow says of every address of the API what Next answers to OPTIONS there', async () => {
  const files = (await routeFiles()).filter(({ address }) => address.startsWith('/api/') && !address.endsWith('{rest}'))
  expect(files.length).toBeGreaterThan(40)
  for (const { address, handlers } of files) {
    // Next's types want handlers of its own request; a method is there or it is not.
    const answer = await autoImplementMethods(handlers as Parameters<typeof autoImplementMethods>[0]).OPTIONS(
      new Request('http://shop.example') as never,
      {} as never,
    )
    const path = address.replaceAll(/\{\w+\}/g, 'x')
    expect([path, allowedMethods(path)]).toEqual([path, answer instanceof Response && answer.headers.get('allow')])
  }
})

test('an address that no route has allows nothing', () => {
  for (const path of ['/api/v1/nowhere', '/api/v1/products/', '/api/v1/products/a/b/c', '/cart'])
    expect([path, allowedMethods(path)]).toEqual([path, null])
})
