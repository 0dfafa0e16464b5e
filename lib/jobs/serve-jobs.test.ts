import { createHmac } from 'node:crypto'
import { expect, test, vi } from 'vitest'

const { KEY, runs } = vi.hoisted(() => {
  const KEY = 'abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789'
  Object.assign(process.env, { INNGEST_EVENT_KEY: 'events', INNGEST_SIGNING_KEY: `signkey-test-${KEY}`, LOG_LEVEL: 'silent' })
  return { KEY, runs: [] as string[] }
})

vi.mock('./all-jobs', async () => {
  const { defineJob } = await import('./define-job')
  return {
    allJobs: [
      defineJob({
        id: 'greet',
        queue: 'orders',
        on: 'order.paid',
        run: async ({ event, ctx, step }) => {
          await step.run('note', () => runs.push(`${event.orderNumber} by ${ctx.actor.kind}`))
          return 'greeted'
        },
      }),
    ],
  }
})

const { POST, GET, PUT } = await import('@/app/api/inngest/route')

const orderId = '0192f0c1-2345-7abc-8def-0123456789ab'

/** Keys in the order of the alphabet: then this is the canonical JSON that is signed (RFC 8785). */
const bodyOf = (data: unknown, steps = {}) => {
  const event = { data, id: 'e1', name: 'order.paid', ts: 1 }
  const ctx = { attempt: 0, disable_immediate_execution: false, run_id: 'r1', stack: { current: 0, stack: Object.keys(steps) }, use_api: false }
  return JSON.stringify({ ctx, event, events: [event], steps, version: 2 })
}

const signatureOf = (body: string, key = KEY, seconds = Math.round(Date.now() / 1_000)) =>
  `t=${seconds}&s=${createHmac('sha256', key).update(body).update(String(seconds)).digest('hex')}`

const request = (method: string, body: string | undefined, signature?: string) =>
  new Request('http://localhost:3000/api/inngest?fnId=highstreet-greet&stepId=step', {
    method,
    body,
    headers: { 'content-type': 'application/json', ...(signature && { 'x-inngest-signature': signature }) },
  })

const data = { orderId, orderNumber: 'HS-1' }

test('a signed call runs one step and says so in the words of the protocol; the next one finishes', async () => {
  const first = await POST(request('POST', bodyOf(data), signatureOf(bodyOf(data))))
  expect([first.status, first.headers.get('x-inngest-req-version')]).toEqual([206, '2'])
  const [step] = (await first.json()) as { id: string; op: string; data: unknown }[]
  expect(step).toMatchObject({ op: 'StepRun', data: 1 })
  const known = bodyOf(data, { [step?.id ?? '']: { data: 1, type: 'data' } })
  const second = await POST(request('POST', known, signatureOf(known)))
  expect([second.status, await second.json(), runs]).toEqual([200, 'greeted', ['HS-1 by system']])
})

test('an event that cannot be read fails for good at once', async () => {
  const body = bodyOf({ orderId: 'none' })
  const answer = await POST(request('POST', body, signatureOf(body)))
  expect([answer.status, answer.headers.get('x-inngest-no-retry')]).toEqual([400, 'true'])
})

test.each([
  ['nothing', () => undefined],
  ['another key', (body: string) => signatureOf(body, KEY.toUpperCase().replace(/^A/, 'B'))],
  ['an old signature', (body: string) => signatureOf(body, KEY, Math.round(Date.now() / 1_000) - 3_600)],
  ['a signature of something else', () => signatureOf('{}')],
  ['nonsense', () => 't=x&s='],
])('a call with %s for a signature is refused with 401, and runs nothing', async (_, sign) => {
  const before = runs.length
  const body = bodyOf(data)
  for (const [method, handle] of Object.entries({ POST, PUT })) {
    const answer = await handle(request(method, body, sign(body)))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  }
  const asked = await GET(request('GET', undefined, sign(body)))
  expect([asked.status, runs.length]).toEqual([401, before])
})

test('what is no JSON is refused with 400, and what is too large with 413', async () => {
  expect((await POST(request('POST', '{"ctx":'))).status).toBe(400)
  expect((await POST(request('POST', `"${'x'.repeat(1_000_000)}"`))).status).toBe(413)
})
