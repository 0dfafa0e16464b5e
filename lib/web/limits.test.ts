import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { makeAccount } from '@/lib/customers/testing'
import { signedSessionToken } from '@/lib/platform/auth/session-cookie'
import { action } from './action'
import { idle } from './action-state'
import { route } from './route'

/* Without Redis: what one process counts. Counting in Redis has tests of its own (lib/platform/rate-limit). */

const pageHeaders = vi.hoisted(() => ({ current: {} as Record<string, string> }))
vi.mock('next/headers', () => ({ headers: async () => new Headers(pageHeaders.current), cookies: async () => ({ set: () => {} }) }))
vi.mock('next/navigation', () => ({ redirect: () => {}, unstable_rethrow: () => {} }))

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 0, 1) })
})
afterEach(() => {
  vi.useRealTimers()
})

const NoInput = z.object({})
const Done = z.object({ done: z.boolean() })
const spec = { summary: 'For the test', input: NoInput, output: Done, run: async () => ({ done: true }) }
const read = route('GET /api/v1/limits-test', spec)
const change = route('POST /api/v1/limits-test', spec)
const order = route('POST /api/v1/limits-test/order', { ...spec, limit: 'checkout' })
const publicRead = route('GET /api/v1/limits-test/public', { ...spec, publicSeconds: 60 })

let caller = 0
const somebody = () => ({ 'x-hs-client-address': `192.0.2.${++caller}` })

const ask = (handler: typeof read, headers: Record<string, string>, method = 'GET') =>
  handler(new Request('http://localhost:3000/api/v1/limits-test', { method, headers }), { params: Promise.resolve({}) })

async function statuses(times: number, handler: typeof read, headers: Record<string, string>, method = 'GET'): Promise<number[]> {
  const all: number[] = []
  for (let time = 0; time < times; time++) all.push((await ask(handler, headers, method)).status)
  return all
}
const passed = (all: number[]) => all.filter((status) => status < 400).length

let bearer: string
beforeAll(async () => {
  const { token } = await makeAccount()
  bearer = `Bearer ${signedSessionToken(token)}`
})

test('R116, R118: a program that does not say who it is asks twenty times a minute, and is told so with each answer', async () => {
  const headers = somebody()
  const first = await ask(read, headers)
  expect(first.headers.get('ratelimit')).toBe('"anonymous-3600s";r=99;t=3600, "anonymous-60s";r=19;t=60')
  expect(passed(await statuses(21, read, headers))).toBe(19)
  const refused = await ask(read, headers)
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('ratelimit-policy')]).toEqual([
    429,
    '60',
    '"anonymous-3600s";q=100;w=3600, "anonymous-60s";q=20;w=60',
  ])
  expect(await refused.json()).toMatchObject({ code: 'rate_limited', violated_policies: ['anonymous-60s'], request_id: expect.any(String) })
})

test('R117: who is signed in is counted by account, wherever they come from, and what is public too', async () => {
  const first = await ask(read, { ...somebody(), authorization: bearer })
  expect(first.headers.get('ratelimit')).toBe('"signed_in-3600s";r=999;t=3600, "signed_in-60s";r=19;t=60, "signed_in-86400s";r=999;t=86400')
  const second = await ask(publicRead, { ...somebody(), authorization: bearer })
  expect(second.headers.get('ratelimit')).toContain('"signed_in-60s";r=18')
  expect((await ask(publicRead, somebody())).headers.get('ratelimit')).toContain('"anonymous-60s";r=19')
})

test('a token that is not valid is counted as nobody’s, until it gets 429 in place of 401', async () => {
  const headers = { ...somebody(), authorization: 'Bearer made-up' }
  const all = await statuses(22, read, headers)
  expect([all.filter((status) => status === 401).length, all.filter((status) => status === 429).length]).toEqual([20, 2])
})

test('a refusal of the operation carries the headers too', async () => {
  const strict = route('POST /api/v1/limits-test/strict', { ...spec, input: z.strictObject({ needed: z.string() }) })
  const refused = await ask(strict, somebody(), 'POST')
  expect([refused.status, refused.headers.has('ratelimit')]).toEqual([422, true])
})

test('R120, R121: a route has a limit of its own by name, for programs and for our own pages', async () => {
  const program = somebody()
  expect(passed(await statuses(12, order, program, 'POST'))).toBe(10)
  const page = { ...somebody(), origin: 'http://localhost:3000', 'x-hs-counted': 'shop' }
  expect(passed(await statuses(12, order, page, 'POST'))).toBe(10)
  const refused = await ask(order, page, 'POST')
  expect([refused.status, refused.headers.get('ratelimit')]).toEqual([429, '"checkout-3600s";r=0;t=3600'])
})

test('what our pages read has no limit here, what they change has one', async () => {
  const page = { ...somebody(), origin: 'http://localhost:3000', 'x-hs-counted': 'shop' }
  const reads = await statuses(130, read, page)
  expect(passed(reads)).toBe(130)
  expect((await ask(read, page)).headers.has('ratelimit')).toBe(false)
  expect(passed(await statuses(125, change, page, 'POST'))).toBe(120)
})

test('what the entry has counted is not counted again', async () => {
  expect(passed(await statuses(25, publicRead, { ...somebody(), 'x-hs-counted': 'anonymous' }))).toBe(25)
})

test('a form that is sent too often says when to try again, and keeps what was typed', async () => {
  pageHeaders.current = { ...somebody(), origin: 'http://localhost:3000' }
  const place = action(z.object({ email: z.string() }), async () => 'done', { limit: 'checkout' })
  const form = new FormData()
  form.append('email', 'ada@example.com')
  for (let time = 0; time < 10; time++) expect((await place(idle, form)).status).toBe('done')
  expect(await place(idle, form)).toMatchObject({
    status: 'failed',
    code: 'rate_limited',
    message: 'That was too much in a short time. Please try again in 60 minutes.',
    values: { email: 'ada@example.com' },
  })
})

test('on this machine nobody is limited in local mode', async () => {
  const all = await statuses(40, order, { 'x-hs-client-address': '127.0.0.1' }, 'POST')
  expect(passed(all)).toBe(40)
  expect((await ask(read, {})).headers.has('ratelimit')).toBe(false)
})
