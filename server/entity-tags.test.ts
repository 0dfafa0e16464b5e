import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { honourEntityTag } from './entity-tags'

let server: Server
let url: string

beforeAll(async () => {
  server = createServer((request, response) => {
    honourEntityTag(request, response)
    response.setHeader('ETag', 'W/"one"')
    response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('the document')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => server.close())

const get = async (headers: Record<string, string>) => {
  const response = await fetch(url, { headers })
  return { status: response.status, etag: response.headers.get('etag'), body: await response.text() }
}

test('a browser that has the document gets 304 without a body', async () => {
  for (const known of ['W/"zero", W/"one"', '"one"', '*'])
    expect(await get({ 'if-none-match': known })).toEqual({ status: 304, etag: 'W/"one"', body: '' })
})

test('a browser that has an older document gets the new one', async () => {
  expect(await get({ 'if-none-match': 'W/"zero"' })).toEqual({ status: 200, etag: 'W/"one"', body: 'the document' })
})

test("what Next's router asks for carries no tag of the document", async () => {
  expect(await get({ rsc: '1', 'if-none-match': 'W/"one"' })).toEqual({ status: 200, etag: null, body: 'the document' })
})
