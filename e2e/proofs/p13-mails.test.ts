import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { isProof, seededRandom, someOf } from '@/db/testing/seed'
import { call, fillCart, pay, placeInput } from '@/e2e/harness/api'
import { brokenInvariants } from '@/e2e/harness/invariants'
import { testShop } from '@/e2e/harness/test-shop'
import type { OrderView } from '@/lib/orders/schemas'
import { startFakeSmtp } from '@/lib/platform/email/testing/fake-smtp'

const mailServer = await startFakeSmtp()
afterAll(() => mailServer.close())

const shop = testShop({
  jobs: true,
  env: {
    LOG_LEVEL: 'warn',
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Shop <shop@highstreet.example>',
    INNGEST_LOCAL_CLOCK: 'movable',
    INNGEST_LOCAL_LEASE_MS: '1500',
  },
})

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

/** A client that was cut off asks again with the same key, until it knows; what was under way is also settled by the sweep. */
async function paid({ order, payKey }: Purchase): Promise<void> {
  for (let tries = 1; tries <= 160; tries++) {
    const answer = await pay(shop.current.url, order, payKey).catch(() => null)
    if (answer?.status === 200 && answer.json.outcome === 'paid') return
    if (answer && (await isPaid(order))) return
    if (tries % 40 === 0) await giveUpOnCalls()
    await sleep(250)
  }
  throw new Error('The order was not paid')
}

const isPaid = (order: OrderView) => isSo(sql`select payment_status = 'paid' as is_so from orders where id = ${order.id}`)

const isSo = async (query: ReturnType<typeof sql>) => (await rows(query))[0]?.is_so === true

async function rows(query: ReturnType<typeof sql>): Promise<Record<string, unknown>[]> {
  const { database } = await import('@/db/client')
  return [...(await database().execute(query))]
}

/**
 * A shop that died before the provider had heard of a payment says nothing about it, so the sweep leaves it alone for a minute: here it has
 * passed. By now no call of a living process is under way.
 */
async function giveUpOnCalls(): Promise<void> {
  const aMinuteAgo = sql`now() - interval '61 seconds'`
  await rows(sql`update payments set created_at = ${aMinuteAgo}, updated_at = ${aMinuteAgo} where status in ('open', 'processing')`)
  await rows(sql`update idempotency_keys set created_at = ${aMinuteAgo} where status = 'running'`)
  for (let turn = 0; turn < 4; turn++) await passTime()
}

let aheadMs = 0

/**
 * What a killed process had in hand is free for others when its lease is over, a call that broke off is made again after Inngest's pauses of
 * 15 and 30 seconds, and a mail whose sender died is found by the look of each minute. Here all of that time passes at once.
 */
async function passTime(): Promise<void> {
  await rows(sql`update emails set leased_until = now(), next_attempt_at = least(next_attempt_at, now()) where status in ('queued', 'sending')`)
  await rows(sql`update outbox set lease_until = now() where delivered_at is null and lease_until > now()`)
  aheadMs += 16_000
  const { INNGEST_BASE_URL, INNGEST_LOCAL_TOKEN } = shop.current.env
  const answer = await fetch(`${INNGEST_BASE_URL}/admin/clock`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INNGEST_LOCAL_TOKEN}` },
    body: JSON.stringify({ now: Date.now() + aheadMs }),
  })
  expect(answer.status).toBe(200)
}

/** The mails that reached somebody: the Message-IDs of each key, by which a reader tells a second copy from a second mail. */
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

async function untilMailed({ email }: Purchase, meanwhile: () => Promise<void> = async () => {}): Promise<Map<string, string[]>> {
  for (let tries = 1; tries <= 200; tries++) {
    const arrived = arrivedAt(email)
    if (arrived.size > 0) return arrived
    if (tries % 8 === 0) await meanwhile()
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

type Step = { name: string; isReached(purchase: Purchase): Promise<boolean> }

/** What can be seen of a purchase on its way from the payment to the mail, in its order. */
const steps: Step[] = [
  { name: 'the order was placed', isReached: async () => true },
  { name: 'the order was paid', isReached: ({ order }) => isPaid(order) },
  {
    name: 'the event was delivered',
    isReached: ({ order }) =>
      isSo(sql`select true as is_so from outbox where type = 'order.paid' and payload ->> 'orderId' = ${order.id} and delivered_at is not null`),
  },
  { name: 'the mail was queued', isReached: ({ order }) => isSo(sql`select true as is_so from emails where order_id = ${order.id}`) },
  {
    name: 'the mail was taken to be sent',
    isReached: ({ order }) => isSo(sql`select status <> 'queued' as is_so from emails where order_id = ${order.id}`),
  },
  { name: 'the mail arrived', isReached: async ({ email }) => arrivedAt(email).size > 0 },
]

/** Looks again and again, because what is looked for passes within milliseconds. Gives up when the shop went on faster than it could look. */
async function untilReached({ isReached }: Step, purchase: Purchase): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end && !(await isReached(purchase)); ) await sleep(1)
}

type Kill = { step: Step; afterMs: number; victim: 'the shop' | 'the executor' }

/** Every step, half of them each time; at full size a hundred kills, half of those that come on top at any moment after a step. */
function chosenKills(): Kill[] {
  const kills: Kill[] = [
    ...steps.map((step) => ({ step, afterMs: 0, victim: 'the shop' as const })),
    ...steps.slice(2, 4).map((step) => ({ step, afterMs: 0, victim: 'the executor' as const })),
  ]
  if (!isProof) return someOf(kills, 2)
  const random = seededRandom()
  const more = Array.from({ length: 100 - kills.length }, () => ({
    step: random.pick(steps),
    afterMs: random.next() < 0.5 ? 0 : random.integer(0, 400),
    victim: random.next() < 0.4 ? ('the executor' as const) : ('the shop' as const),
  }))
  return [...kills, ...more]
}

test('P13: kill -9 of the shop or of the executor, between any two steps from the payment to the mail, loses no mail and makes none twice', async () => {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { variantId } = await makeProduct(await makeCategory(), { stock: 1_000_000 })
  const kills = chosenKills()
  const purchases: Purchase[] = []
  for (const { step, afterMs, victim } of kills) {
    // Three at once, so that the kill finds the others somewhere else on the way.
    const bought = await Promise.all(Array.from({ length: 3 }, () => placed(variantId)))
    const [first] = bought
    if (!first) throw new Error('Nothing was bought')
    const paying = Promise.all(bought.map(paid))
    await untilReached(step, first)
    await sleep(afterMs)
    if (victim === 'the executor') {
      await shop.current.killJobs()
      await shop.current.startJobs()
    } else {
      await shop.current.killServer()
      await shop.current.startServer()
    }
    await paying
    for (const purchase of bought) {
      const arrived = await untilMailed(purchase, passTime)
      expect([...arrived.keys()], `${victim} was killed when ${step.name}`).toEqual([`order.confirmed:${purchase.order.id}`])
    }
    purchases.push(...bought)
  }
  // Whatever might still come: none of it is another mail, and a copy that a mail server got twice carries the same Message-ID.
  for (let turn = 0; turn < 4; turn++) {
    await passTime()
    await sleep(250)
  }
  const mails = purchases.map((purchase) => ({ purchase, arrived: arrivedAt(purchase.email) }))
  for (const { purchase, arrived } of mails) {
    expect([...arrived.keys()]).toEqual([`order.confirmed:${purchase.order.id}`])
    expect(new Set([...arrived.values()].flat()).size).toBe(1)
  }
  const copies = mails.reduce((sum, { arrived }) => sum + [...arrived.values()].flat().length - 1, 0)
  console.log(`P13: ${kills.length} kills, ${mails.length} mails, ${copies} of them handed to the mail server a second time under the same id`)
  expect(await brokenInvariants(shop.current.databaseUrl)).toEqual([])
})
