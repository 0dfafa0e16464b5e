import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const { server, calls, next } = vi.hoisted(() => ({
  server: { close: () => {}, address: '' },
  calls: [] as { url: string; body: unknown }[],
  next: { status: 200 },
}))

beforeAll(async () => {
  const http = createServer((request, response) => {
    let text = ''
    request.on('data', (part) => {
      text += part
    })
    request.on('end', () => {
      calls.push({ url: request.url ?? '', body: JSON.parse(text) })
      response.writeHead(next.status, { 'content-type': 'application/json' }).end('{"ids":["1"],"status":200}')
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  server.address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  server.close = () => http.close()
  process.env.INNGEST_BASE_URL = server.address
  process.env.INNGEST_EVENT_KEY = 'a-key'
})
afterAll(() => server.close())

const event = { id: '1', name: 'order.paid', data: { orderId: 'o' }, ts: 1 }

test('events go to the event API under its key, and its answer says whether they, or nobody, are at fault', async () => {
  const { sendEvents } = await import('./send-events')
  expect(await sendEvents([event])).toEqual({ outcome: 'accepted' })
  expect(calls).toEqual([{ url: '/e/a-key', body: [event] }])
  const outcomes: Record<number, string> = {}
  for (const status of [400, 413, 401, 403, 404, 429, 500, 503]) {
    next.status = status
    outcomes[status] = (await sendEvents([event])).outcome
  }
  const refused = 'refused'
  const unavailable = 'unavailable'
  expect(outcomes).toEqual({
    400: refused,
    413: refused,
    401: unavailable,
    403: unavailable,
    404: unavailable,
    429: unavailable,
    500: unavailable,
    503: unavailable,
  })
  server.close()
  const gone = await sendEvents([event])
  expect(gone).toEqual({ outcome: 'unavailable', reason: expect.stringMatching(/cannot be reached/) })
  expect(JSON.stringify(gone)).not.toContain('a-key')
})
