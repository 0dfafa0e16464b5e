import { beforeAll, expect, test, vi } from 'vitest'
import { POST as receive } from '@/app/api/webhooks/test/route'
import { type Placed, placeTestOrder, withCard } from '@/db/testing/placed-orders'
import { testBank } from '@/db/testing/test-bank'
import { withKey } from '@/db/testing/visitors'
import { makeCategory } from '@/db/testing/world'
import type { CategoryId } from '@/lib/core/ids'
import { payOrder } from '@/lib/payments/pay-order'
import { POST } from '../route'
import { GET } from './route'

vi.hoisted(async () => (await import('@/db/testing/bank-address')).giveBankAddress())

testBank(receive)
let categoryId: CategoryId
beforeAll(async () => {
  categoryId = await makeCategory()
})

/** What a browser does on the bank's page: the form, and then the address it is sent back to. */
async function comeBack(placed: Placed, decision: 'approve' | 'refuse'): Promise<string> {
  const { action_url } = await payOrder(withKey(placed.ctx), withCard(placed, '4000000000003220'))
  const answer = await fetch(action_url ?? '', { method: 'POST', body: new URLSearchParams({ decision }), redirect: 'manual' })
  const back = new URL(answer.headers.get('location') ?? '')
  expect(back.pathname).toBe(`/api/v1/orders/${placed.order.number}/payments/return`)
  const response = await GET(new Request(back), { params: Promise.resolve({ number: placed.order.number }) })
  expect([response.status, response.headers.get('cache-control')]).toEqual([303, 'private, no-store'])
  return response.headers.get('location') ?? ''
}

test('after an approved challenge the shopper sees the order', async () => {
  const placed = await placeTestOrder(categoryId)
  expect(await comeBack(placed, 'approve')).toBe(`/orders/${placed.order.number}?t=${placed.order.access_token}`)
})

test('after a refused challenge the shopper sees the payment page and why', async () => {
  const placed = await placeTestOrder(categoryId)
  expect(await comeBack(placed, 'refuse')).toBe(`/orders/${placed.order.number}/pay?t=${placed.order.access_token}&declined=challenge_refused`)
})

test('a guessed link is not found', async () => {
  const placed = await placeTestOrder(categoryId)
  const response = await GET(new Request('http://shop/return?t=guessed'), { params: Promise.resolve({ number: placed.order.number }) })
  expect(response.status).toBe(404)
})

async function post(placed: Placed, card: string, key: string | null): Promise<Response> {
  const { number, ...body } = withCard(placed, card)
  const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
  return POST(new Request(`http://shop/api/v1/orders/${number}/payments`, { method: 'POST', headers, body: JSON.stringify(body) }), {
    params: Promise.resolve({ number }),
  })
}

test('over HTTP: a key is required, a decline is 402 with its code, and a payment is 200', async () => {
  const placed = await placeTestOrder(categoryId)
  const missing = await post(placed, '4242424242424242', null)
  expect([missing.status, await missing.json()]).toMatchObject([400, { code: 'idempotency_key_missing' }])
  const declined = await post(placed, '4000 0000 0000 9995', 'http-key-1')
  expect([declined.status, await declined.json()]).toMatchObject([402, { code: 'payment_declined', decline_code: 'insufficient_funds' }])
  const paid = await post(placed, '4242 4242 4242 4242', 'http-key-2')
  expect([paid.status, await paid.json()]).toMatchObject([200, { outcome: 'paid', order: { status: 'paid' } }])
  const again = await post(placed, '4242 4242 4242 4242', 'http-key-2')
  expect([again.status, await again.json()]).toMatchObject([200, { outcome: 'paid' }])
})
