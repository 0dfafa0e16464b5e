import { expect, test } from 'vitest'
import { z } from 'zod'
import { route } from './route'

const POST = route('POST /api/v1/cart', {
  summary: 'test',
  input: z.strictObject({}),
  output: z.object({}),
  run: async () => ({}),
  createsCart: true,
})
const send = async (headers: Record<string, string>) => {
  const response = await POST(new Request('http://localhost:3000/api/v1/cart', { method: 'POST', headers }), { params: Promise.resolve({}) })
  return [response.status, response.headers.has('set-cookie')]
}

test('S5: a form on another site, which comes without the cart cookie, gets no new one in its place', async () => {
  expect(await send({ origin: 'https://evil.example', 'content-type': 'text/plain' })).toEqual([403, false])
  expect(await send({ origin: 'null' })).toEqual([403, false])
  expect(await send({ 'sec-fetch-site': 'cross-site' })).toEqual([403, false])
})

test('a program without an Origin and our own pages get a cart', async () => {
  expect(await send({})).toEqual([200, true])
  expect(await send({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toEqual([200, true])
})
