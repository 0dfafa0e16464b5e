import { expect, test } from 'vitest'
import { makeCoupon } from '@/db/testing/make-coupon'
import { makeCategory, makeProduct } from '@/db/testing/world'
import { POST as add } from '../items/route'
import { POST as create } from '../route'
import { DELETE, PUT } from './route'

let caller = 0
const somebody = () => ({ 'x-hs-client-address': `198.51.100.${++caller}`, 'x-hs-counted': 'shop', 'content-type': 'application/json' })

async function ask(handler: typeof PUT, method: string, headers: Record<string, string>, body?: unknown) {
  const request = new Request('http://localhost:3000/api/v1/cart/coupon', {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const response = await handler(request, { params: Promise.resolve({}) })
  return { status: response.status, body: await response.json() }
}

test('a code is put onto the cart and taken off again', async () => {
  const { code } = await makeCoupon()
  const { variantId } = await makeProduct(await makeCategory(), { priceMinor: 2000 })
  const made = await ask(create, 'POST', somebody(), {})
  const headers = { ...somebody(), 'cart-token': made.body.cart_token }
  await ask(add, 'POST', headers, { variant_id: variantId })
  const { status, body } = await ask(PUT, 'PUT', headers, { code: ` ${code.toLowerCase()} ` })
  expect([status, body.coupon, body.totals.discount.amount]).toEqual([200, { code, percent: 10, is_valid: true }, 200])
  expect((await ask(PUT, 'PUT', headers, { code: 'NEVER-WAS' })).body).toMatchObject({ code: 'invalid_input', errors: [{ pointer: '/code' }] })
  expect((await ask(DELETE, 'DELETE', headers)).body).toMatchObject({ coupon: null, totals: { discount: { amount: 0 } } })
})

test('who tries one code after the other is stopped after twenty, right or wrong', async () => {
  const headers = somebody()
  const statuses: number[] = []
  for (let n = 0; n < 22; n++) statuses.push((await ask(PUT, 'PUT', headers, { code: `GUESS-${n}` })).status)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 404), 429, 429])
})
