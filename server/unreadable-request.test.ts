import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerUnreadable } from './unreadable-request'

const server = createServer({ requestTimeout: 150, headersTimeout: 100, connectionsCheckingInterval: 30 }, (_, response) => response.end('fine'))
beforeAll(async () => {
  answerUnreadable(server)
  await once(server.listen(0), 'listening')
})
afterAll(() => server.close())

/** The whole answer to these bytes, as they come over the wire. */
async function answerTo(bytes: string): Promise<{ head: string; problem: Record<string, unknown> }> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  return { head, problem: JSON.parse(body) as Record<string, unknown> }
}

test.each([
  ['an address of 20 kB', `GET /api/v1/products?name=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: shop\r\n\r\n`, 431, 'too_large'],
  ['a header of 20 kB', `GET /cart HTTP/1.1\r\nHost: shop\r\nCookie: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'too_large'],
  ['what is no HTTP', 'HELO shop\r\n\r\n', 400, 'malformed'],
  ['a request whose end does not come', 'POST /cart HTTP/1.1\r\nHost: shop\r\n', 408, 'malformed'],
])('S1: %s is answered by a whole problem document', async (_, bytes, status, code) => {
  const { head, problem } = await answerTo(bytes)
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\s\\S]*Content-Type: application/problem\\+json`))
  expect(problem).toMatchObject({ status, code, title: expect.any(String), detail: expect.any(String), request_id: expect.any(String) })
  expect(head).toContain(`X-Request-Id: ${problem.request_id}`)
})
