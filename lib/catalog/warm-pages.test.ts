import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { systemCtx } from '@/lib/core/context'
import { warmPages } from './warm-pages'

test('R105: home, categories, featured and best-selling products are asked for once each, and what fails stops nothing', async () => {
  const category = await makeCategory()
  const { slug } = await makeProduct(category, { isFeatured: true })
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(url === '/api/v1/products' ? 500 : 200).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const seen: number[] = []
  const warmed = await warmPages(systemCtx('test'), {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    onProgress: ({ done }) => seen.push(done),
  })
  server.closeAllConnections()
  server.close()
  expect(asked).toEqual(expect.arrayContaining(['/', '/api/v1/categories', `/c/things-${category}`, `/p/${slug}`]))
  expect(new Set(asked).size).toBe(asked.length)
  expect(warmed).toEqual({ pages: asked.length, failed: 1 })
  expect(seen.at(-1)).toBe(asked.length)
})
