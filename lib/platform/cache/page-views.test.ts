import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRedisDoor, type RedisDoor } from '@/lib/platform/redis/redis-door'
import { memoryBackend } from '@/local/redis-rest/backends'
import { serveRedisRest } from '@/local/redis-rest/serve'
import { createPageViews, mostViewedPages } from './page-views'

const DAY_MS = 86_400_000
let server: Server
let door: RedisDoor
beforeAll(async () => {
  server = serveRedisRest(memoryBackend(), 'token')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  door = createRedisDoor({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 'token', deadlineMs: 5_000 })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('R105: what several instances gave most since yesterday comes first, and only pages of products and categories', async () => {
  let ms = Date.parse('2026-01-01T12:00:00Z')
  const options = { ask: door.ask, now: () => ms }
  const [one, other] = [createPageViews(options), createPageViews(options)]
  for (let turn = 0; turn < 3; turn++) one.count('/p/lamp')
  for (const path of ['/c/rugs', '/', '/api/v1/products', '/p/lamp rsc /_tree', '/pages/about']) one.count(path)
  for (let turn = 0; turn < 2; turn++) other.count('/c/rugs')
  other.count('/p/chair')
  await Promise.all([one.settle(), other.settle()])
  await one.settle()
  expect((await mostViewedPages(2, options)).toSorted()).toEqual(['/c/rugs', '/p/lamp'])
  ms += DAY_MS
  for (let turn = 0; turn < 9; turn++) other.count('/p/chair')
  await other.settle()
  expect(await mostViewedPages(9, options)).toEqual(['/p/chair', expect.any(String), expect.any(String)])
  ms += DAY_MS
  expect(await mostViewedPages(9, options)).toEqual(['/p/chair'])
})

test('without Redis nothing is known, and nobody waits or fails', async () => {
  const ask: RedisDoor['ask'] = async () => ({ answered: false })
  const views = createPageViews({ ask })
  views.count('/p/lamp')
  await views.settle()
  expect(await mostViewedPages(5, { ask })).toEqual([])
})
