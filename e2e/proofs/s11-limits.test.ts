import { expect, test } from 'vitest'
import { call } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

test('S11: a body of a million bytes is read, one byte more is 413', async () => {
  const bodyOf = (bytes: number) => JSON.stringify({ email: 'a'.repeat(bytes - '{"email":""}'.length) })
  const { url } = shop.current
  const read = await call(url, '/cart', { method: 'POST', body: bodyOf(1_000_000) })
  expect([read.status, read.json.code]).toEqual([422, 'invalid_input'])
  const refused = await call(url, '/cart', { method: 'POST', body: bodyOf(1_000_001) })
  expect([refused.status, refused.json.code]).toEqual([413, 'too_large'])
})

test('S11: a body that does not say its length is cut off at a million bytes', async () => {
  const parts = new ReadableStream({
    start(controller) {
      for (let part = 0; part < 12; part++) controller.enqueue(new TextEncoder().encode('a'.repeat(100_000)))
      controller.close()
    },
  })
  const response = await fetch(`${shop.current.url}/api/v1/cart`, {
    method: 'POST',
    body: parts,
    headers: { 'content-type': 'application/json' },
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(413)
})

test('S11: a picture may have ten million bytes, and one more is 413', async () => {
  const send = (bytes: number) =>
    fetch(`${shop.current.url}/api/v1/admin/products/01890a5d-ac96-774b-bcce-b302099a8057/pictures`, { method: 'POST', body: new Uint8Array(bytes) })
  // Nobody is signed in: that is found out once the size is right.
  expect((await send(10_000_000)).status).toBe(401)
  expect((await send(10_000_001)).status).toBe(413)
})

test('S11: a page has at most 100 items, and words to search for at most 200 characters', async () => {
  const { url } = shop.current
  expect((await call(url, '/products?page_size=100')).status).toBe(200)
  expect((await call(url, '/products?page_size=101')).status).toBe(422)
  expect((await call(url, '/products?page=501')).status).toBe(422)
  expect((await call(url, `/products/search?q=${'a'.repeat(200)}`)).status).toBe(200)
  expect((await call(url, `/products/search?q=${'a'.repeat(201)}`)).status).toBe(422)
})
