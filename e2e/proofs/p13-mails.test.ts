import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { call, fillCart, pay, placeInput } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'
import type { OrderView } from '@/lib/orders/schemas'
import { startFakeSmtp } from '@/lib/platform/email/testing/fake-smtp'

const mailServer = await startFakeSmtp()
afterAll(() => mailServer.close())

const shop = testShop({ jobs: true, env: { LOG_LEVEL: 'warn', SMTP_URL: mailServer.url, MAIL_FROM: 'Shop <shop@highstreet.example>' } })

type Purchase = { email: string; order: OrderView; payKey: string }

async function placed(variantId: string): Promise<Purchase> {
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId }])
  const email = `${randomUUID()}@example.com`
  const input = { ...placeInput(cart), email }
  const answer = await call<OrderView>(url, '/checkout', {
    method: 'POST',
    body: input,
    headers: { 'cart-token': token, 'idempotency-key': randomUUID() },
  })
  expect(answer.status, answer.text).toBe(201)
  return { email, order: answer.json, payKey: randomUUID() }
}

/** A client that was cut off asks again with the same key, until it knows. */
async function paid({ order, payKey }: Purchase): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await pay(shop.current.url, order, payKey).catch(() => null)
    if (answer?.status === 200 && answer.json.outcome === 'paid') return
    await sleep(250)
  }
  throw new Error('The order was not paid')
}

/** The mails that reached somebody, by the key under which a mail server tells a second copy from a second mail. */
function arrivedAt(email: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const message of mailServer.messages) {
    const head = message.split('\r\n\r\n')[0]?.replaceAll(/\r\n[ \t]+/g, ' ') ?? ''
    if (!head.includes(`To: ${email}`)) continue
    const headerOf = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''
    const key = headerOf('X-Idempotency-Key')
    found.set(key, [...(found.get(key) ?? []), headerOf('Message-ID')])
  }
  return found
}

async function untilMailed({ email }: Purchase): Promise<Map<string, string[]>> {
  for (let tries = 0; tries < 120; tries++) {
    const arrived = arrivedAt(email)
    if (arrived.size > 0) return arrived
    await sleep(125)
  }
  return new Map()
}

test('P13: a purchase is confirmed by one mail within seconds, by itself', async () => {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { variantId } = await makeProduct(await makeCategory(), { stock: 10 })
  const purchase = await placed(variantId)
  await paid(purchase)
  const began = Date.now()
  const arrived = await untilMailed(purchase)
  console.log(`P13: the mail arrived ${Date.now() - began} ms after the payment`)
  expect([...arrived.keys()]).toEqual([`order.confirmed:${purchase.order.id}`])
  expect(Date.now() - began).toBeLessThan(8_000)
})
