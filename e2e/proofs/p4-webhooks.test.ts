import { expect, test } from 'vitest'
import { approved, fillCart, pay, place } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'
import { signatureOf } from '@/lib/platform/payments/signature'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

async function countEvents(): Promise<number> {
  const { database } = await import('@/db/client')
  const { paymentEvents } = await import('@/db/schema/payments')
  return database().$count(paymentEvents)
}

const body = JSON.stringify({
  id: 'evt_forged_0000000000000',
  kind: 'captured',
  created: 1,
  payment: {
    id: 'tp_forged',
    reference: '01890a5d-ac96-774b-bcce-b302099a8057',
    order_number: 'HS-1',
    status: 'captured',
    amount: 100,
    currency: 'USD',
    authorized: 100,
    captured: 100,
    refunded: 0,
    disputed: 0,
    decline_code: null,
  },
})

const send = (text: string, headers: Record<string, string>) =>
  fetch(`${shop.current.url}/api/webhooks/test`, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } })

test('P4: a webhook with a bad, missing, old, future or truncated signature is 400 and writes no row', async () => {
  const secret = shop.current.paymentsSecret
  const now = Math.floor(Date.now() / 1_000)
  const good = signatureOf(secret, body)
  const cases: [string, string, Record<string, string>][] = [
    ['no signature', body, {}],
    ['an empty one', body, { 'x-signature': '' }],
    ['of another secret', body, { 'x-signature': signatureOf('another-secret-another-secret', body) }],
    ['of another body', body.replace('100', '900'), { 'x-signature': good }],
    ['301 seconds old', body, { 'x-signature': signatureOf(secret, body, now - 301) }],
    ['302 seconds in the future', body, { 'x-signature': signatureOf(secret, body, now + 302) }],
    ['with another time', body, { 'x-signature': good.replace(/t=\d+/, `t=${now - 10}`) }],
    ['a truncated signature', body, { 'x-signature': good.slice(0, -2) }],
    ['a truncated body', body.slice(0, -20), { 'x-signature': good }],
    ['nothing signed', '', { 'x-signature': signatureOf(secret, '') }],
    ['signed nonsense', 'nonsense', { 'x-signature': signatureOf(secret, 'nonsense') }],
  ]
  const before = await countEvents()
  for (const [name, text, headers] of cases) {
    const response = await send(text, headers)
    expect([name, response.status]).toEqual([name, 400])
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  }
  expect(await countEvents()).toBe(before)
})

test('P4: the same signed event twenty times in parallel is one row and one effect', async () => {
  const text = body.replace('evt_forged_0000000000000', `evt_twenty_${Date.now()}`)
  const before = await countEvents()
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(text, { 'x-signature': signatureOf(shop.current.paymentsSecret, text) })))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(await countEvents()).toBe(before + 1)
})

test('P4: a card whose webhooks repeat and arrive out of order pays its order once', async () => {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { variantId } = await makeProduct(await makeCategory(), { stock: 5 })
  const { token, cart } = await fillCart(shop.current.url, [{ variantId, quantity: 2 }])
  const order = (await place(shop.current.url, token, cart)).json
  const paid = await pay(shop.current.url, order, undefined, { ...approved, number: '4000000000000259' })
  expect(paid.json.outcome).toBe('paid')
  await expect.poll(countEvents, { timeout: 15_000 }).toBeGreaterThanOrEqual(3)
  const { brokenInvariants } = await import('@/e2e/harness/invariants')
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})
