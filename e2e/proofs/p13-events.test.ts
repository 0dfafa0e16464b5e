import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { call, fillCart, pay, place } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'
import type { OutgoingEvent } from '@/lib/jobs/send-events'
import { signatureOf } from '@/local/inngest/signature'

const SIGNING_KEY = `signkey-test-${'c0ffee11'.repeat(8)}`

/** An Inngest that takes note of what it is told: events, and the functions of who registers. */
const seen = { events: [] as OutgoingEvent[], functions: [] as { id: string; steps: { step: { runtime: { url: string } } } }[] }
const inngest = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = JSON.parse(Buffer.concat(chunks).toString())
  if (request.url === '/e/e2e-only') seen.events.push(...body)
  if (request.url === '/fn/register') seen.functions = body.functions
  response.setHeader('content-type', 'application/json').end('{"ids":[],"ok":true,"status":200,"modified":true}')
})
const listen = (port: number) =>
  new Promise<number>((resolve) => inngest.listen(port, '127.0.0.1', () => resolve((inngest.address() as AddressInfo).port)))
const close = () =>
  new Promise<void>((resolve) => {
    inngest.close(() => resolve())
    inngest.closeAllConnections()
  })
const port = await listen(0)
afterAll(close)

const shop = testShop({
  env: { INNGEST_BASE_URL: `http://127.0.0.1:${port}`, INNGEST_EVENT_KEY: 'e2e-only', INNGEST_SIGNING_KEY: SIGNING_KEY, LOG_LEVEL: 'warn' },
})

async function buy(): Promise<string> {
  const { makeCategory, makeProduct } = await import('@/db/testing/world')
  const { variantId } = await makeProduct(await makeCategory(), { stock: 10 })
  const { url } = shop.current
  const { token, cart } = await fillCart(url, [{ variantId }])
  const placed = await place(url, token, cart)
  expect(placed.status, placed.text).toBe(201)
  const paid = await pay(url, placed.json)
  expect(paid.json.outcome, paid.text).toBe('paid')
  return placed.json.number
}

const namesOf = (number: string) => seen.events.filter(({ data }) => data.orderNumber === number).map(({ name }) => name)

const ask = (method: string, query = '', body?: unknown, signature?: string) =>
  fetch(`${shop.current.url}/api/inngest${query}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'content-type': 'application/json', ...(signature && { 'x-inngest-signature': signature }) },
  })

test('P13: what happens in the shop reaches Inngest by itself, in order, and while Inngest is away nobody notices and nothing is lost', async () => {
  const first = await buy()
  const paidAt = performance.now()
  await vi.waitFor(() => expect(namesOf(first)).toEqual(['order.placed', 'order.paid']), { timeout: 5_000, interval: 5 })
  console.log(`P13: the last event arrived ${Math.round(performance.now() - paidAt)} ms after the answer`)

  await close()
  const second = await buy()
  const third = await buy()
  await listen(port)
  await vi.waitFor(() => expect([second, third].map(namesOf)).toEqual(Array(2).fill(['order.placed', 'order.paid'])), { timeout: 30_000 })
})

test('P13: only who signs may register and run jobs, and the words of the protocol pass through the server entry', async () => {
  for (const [method, body] of [
    ['GET', undefined],
    ['POST', {}],
    ['PUT', {}],
  ] as const) {
    const refused = await ask(method, '?fnId=highstreet-send-mails&stepId=step', body)
    expect([method, refused.status, (await refused.json()).code]).toEqual([method, 401, 'unauthenticated'])
  }
  expect(seen.functions).toEqual([])

  expect((await ask('PUT', '', undefined, signatureOf('', SIGNING_KEY))).status).toBe(200)
  const mails = seen.functions.find(({ id }) => id === 'highstreet-send-mails')
  expect(mails?.steps.step.runtime.url).toBe(`${shop.current.url}/api/inngest?fnId=highstreet-send-mails&stepId=step`)

  const event = { id: randomUUID(), name: 'email.queued', data: { emailId: randomUUID() }, ts: Date.now() }
  const ctx = { run_id: 'r1', attempt: 0, disable_immediate_execution: false, use_api: false, stack: { stack: [], current: 0 } }
  const body = { event, events: [event], steps: {}, version: 2, ctx }
  const answer = await ask('POST', '?fnId=highstreet-send-mails&stepId=step', body, signatureOf(body, SIGNING_KEY))
  expect(answer.status).toBe(206)
  expect(await answer.json()).toMatchObject([{ op: 'StepRun', displayName: 'send mails' }])
  expect(
    Object.fromEntries(['x-inngest-sdk', 'x-inngest-req-version', 'content-type'].map((name) => [name, answer.headers.get(name)])),
  ).toMatchObject({
    'x-inngest-sdk': expect.stringMatching(/^inngest-js:v4/),
    'x-inngest-req-version': '2',
  })
  expect(answer.headers.get('x-inngest-signature')).toMatch(/^t=\d+&s=[0-9a-f]{64}$/)
})

test('P13: a shop that is stopped lets the batch under way end', async () => {
  const number = await buy()
  const end = await shop.current.killServer('SIGTERM')
  expect(end).toEqual({ code: 0, signal: null })
  await shop.current.startServer()
  await vi.waitFor(() => expect(namesOf(number)).toEqual(['order.placed', 'order.paid']), { timeout: 10_000 })
  expect((await call(shop.current.url, '/categories')).status).toBe(200)
})
