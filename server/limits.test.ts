import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SetLimits } from '@/lib/core/request-limits'
import { startInstance } from '@/local/testing/limits'

/* The entry's part of the limits, over HTTP, behind one proxy: the address is the last one in X-Forwarded-For. */

let server: Server
let url: string
/** What the requests that were let in were counted as. */
let countedAs: (string | undefined)[] = []
let caller = 0

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2027, 0, 1) })
  countedAs = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

async function listen(env: Record<string, string> = {}, keepsAnswers = true) {
  const instance = await startInstance(undefined, { RATE_LIMITS: 'on', TRUSTED_PROXY_HOPS: '1', ...env })
  const { createLimits } = await import('./limits')
  const refuses = createLimits({ keepsAnswers })
  server = createServer((request, response) => {
    if (refuses(request, response)) return
    countedAs.push(request.headers['x-hs-counted'] as string | undefined)
    response.end('let in')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return instance
}

const somebody = () => `198.51.100.${++caller}`
const get = (path: string, address: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(url + path, { method, headers: { 'x-forwarded-for': `6.6.6.6, ${address}`, ...headers } })

async function statuses(times: number, path: string, address: string, headers: Record<string, string> = {}): Promise<Record<number, number>> {
  const all: Record<number, number> = {}
  for (let time = 0; time < times; time++) {
    const { status } = await get(path, address, headers)
    all[status] = (all[status] ?? 0) + 1
  }
  return all
}

test('R126: whoever invents addresses on the left of X-Forwarded-For stays who they are', async () => {
  await listen({ RATE_LIMIT_ANONYMOUS: '2/60' })
  const address = somebody()
  const asking = (invented: string) => fetch(`${url}/api/v1/products`, { headers: { 'x-forwarded-for': `${invented}, ${address}` } })
  expect([(await asking('1.1.1.1')).status, (await asking('2.2.2.2')).status, (await asking('3.3.3.3')).status]).toEqual([200, 200, 429])
  expect((await get('/api/v1/products', somebody())).status).toBe(200)
})

test('R126: one IPv6 household is one address, with or without brackets and port', async () => {
  await listen({ RATE_LIMIT_ANONYMOUS: '2/60' })
  expect((await get('/api/v1/products', '2001:db8:7:7::1')).status).toBe(200)
  expect((await get('/api/v1/products', '[2001:db8:7:7::2]:4711')).status).toBe(200)
  expect((await get('/api/v1/products', '2001:db8:7:7:ffff::3')).status).toBe(429)
  expect((await get('/api/v1/products', '2001:db8:7:8::1')).status).toBe(200)
})

test('a program that reads what is kept in memory has the limit of the anonymous, and is told what is left', async () => {
  await listen()
  const address = somebody()
  const first = await get('/api/v1/products?page_size=5', address)
  expect(first.headers.get('ratelimit-policy')).toBe('"anonymous-3600s";q=100;w=3600, "anonymous-60s";q=20;w=60')
  expect(first.headers.get('ratelimit')).toBe('"anonymous-3600s";r=99;t=3600, "anonymous-60s";r=19;t=60')
  expect(await statuses(21, '/api/v1/categories', address)).toEqual({ 200: 19, 429: 2 })
  const refused = await get('/api/v1/products', address)
  expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).toEqual([429, '60', 'application/problem+json'])
  expect(refused.headers.get('ratelimit')).toBe('"anonymous-3600s";r=80;t=3600, "anonymous-60s";r=0;t=60')
  expect(await refused.json()).toMatchObject({
    type: expect.stringMatching(/\/problems\/rate_limited$/),
    status: 429,
    code: 'rate_limited',
    detail: 'That was too much in a short time. Please try again in 60 seconds.',
    violated_policies: ['anonymous-60s'],
    request_id: refused.headers.get('x-request-id'),
  })
  expect(countedAs.every((as) => as === 'anonymous')).toBe(true)
})

test('what is not kept is left to its route, and nobody says themselves as what they were counted', async () => {
  await listen({}, false)
  await get('/api/v1/products', somebody(), { 'x-hs-counted': 'shop' })
  await get('/api/v1/cart', somebody(), { 'x-hs-counted': 'anonymous' })
  expect(countedAs).toEqual([undefined, undefined])
})

test('a person who opens forty products in a minute and types in the search box never meets a limit', async () => {
  await listen()
  const address = somebody()
  const sameOrigin = { 'sec-fetch-site': 'same-origin' }
  const seen: Record<number, number>[] = []
  for (let product = 0; product < 40; product++) {
    seen.push(await statuses(1, `/p/product-${product}`, address, { accept: 'text/html', 'sec-fetch-site': 'none' }))
    seen.push(await statuses(8, `/_next/static/chunks/${product}.js`, address))
    seen.push(await statuses(6, `/media/${product}-800.webp`, address))
    seen.push(await statuses(1, '/api/v1/view?products=x', address, sameOrigin))
  }
  for (let letter = 0; letter < 60; letter++) seen.push(await statuses(1, `/api/v1/products/suggest?q=${letter}`, address, sameOrigin))
  expect(new Set(seen.flatMap((statusesSeen) => Object.keys(statusesSeen)))).toEqual(new Set(['200']))
})

test('who pretends to be a page has the limit of a page, and no more', async () => {
  await listen({ RATE_LIMIT_SHOP: '30/60' })
  const address = somebody()
  expect(await statuses(40, '/api/v1/products', address, { 'sec-fetch-site': 'same-origin' })).toEqual({ 200: 30, 429: 10 })
  for (const [headers, as] of [
    [{ 'sec-fetch-site': 'same-origin' }, 'shop'],
    [{ 'sec-fetch-site': 'cross-site' }, 'anonymous'],
    [{ 'sec-fetch-site': 'none' }, 'anonymous'],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 'anonymous'],
    [{ origin: 'http://localhost:3000' }, 'shop'],
    [{ referer: 'http://localhost:3000/p/lamp' }, 'shop'],
    [{ referer: 'https://evil.example/http://localhost:3000' }, 'anonymous'],
    [{ 'sec-fetch-site': 'same-origin', authorization: 'Bearer x' }, undefined],
    [{ 'sec-fetch-site': 'same-origin', 'cart-token': 'x' }, undefined],
  ] as const) {
    countedAs = []
    await get('/api/v1/products', somebody(), headers)
    expect([headers, countedAs]).toEqual([headers, [as]])
  }
})

test('a program has the limit of its address too, whatever else holds for it', async () => {
  await listen({ RATE_LIMIT_SHOP: '5/60' })
  expect(await statuses(7, '/api/v1/orders', somebody(), { authorization: 'Bearer x' })).toEqual({ 200: 5, 429: 2 })
})

test('a person who does meet a limit reads a page, and the router of Next gets none', async () => {
  await listen({ RATE_LIMIT_SHOP: '1/60' })
  const address = somebody()
  await get('/', address)
  const page = await get('/p/lamp', address, { accept: 'text/html,*/*' })
  expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([429, 'text/html; charset=utf-8', 'no-store'])
  expect(await page.text()).toContain('Please try again in 60 seconds.')
  const payload = await get('/p/lamp', address, { accept: '*/*', rsc: '1' })
  expect(payload.headers.get('content-type')).toBe('application/problem+json')
  expect(await (await get('/p/lamp', address, { accept: 'text/html' }, 'HEAD')).text()).toBe('')
})

test('health checks, scrapers, jobs and payment providers meet no limit', async () => {
  await listen({ RATE_LIMIT_SHOP: '1/60' })
  const address = somebody()
  for (const path of ['/api/health/live', '/api/metrics', '/api/webhooks/test', '/api/inngest?fnId=x']) {
    expect([path, await statuses(4, path, address)]).toEqual([path, { 200: 4 }])
  }
  expect(await statuses(2, '/api/healthy', address)).toEqual({ 200: 1, 429: 1 })
})

test('a blocked address gets no answer but why and for how long; files and the API neither', async () => {
  const { blockHere } = await listen()
  const address = somebody()
  await blockHere(address, { untilMs: Date.now() + 24 * 3_600_000, sparesSignedIn: false }, Promise.resolve())
  for (const path of ['/', '/p/lamp', '/sign-in', '/api/v1/products', '/_next/static/x.js', '/media/x.webp']) {
    const refused = await get(path, address)
    expect([path, refused.status, refused.headers.get('retry-after')]).toEqual([path, 403, '86400'])
    expect(await refused.json()).toMatchObject({ code: 'address_blocked', detail: expect.stringMatching(/about 24 hours\.$/) })
  }
  expect((await get('/api/health/live', address)).status).toBe(200)
  expect((await get('/', somebody())).status).toBe(200)
  vi.setSystemTime(Date.now() + 24 * 3_600_000)
  expect((await get('/', address)).status).toBe(200)
})

test('where others got an address blocked, people can sign in, and nothing else', async () => {
  const { blockHere } = await listen({ RATE_LIMIT_SHOP: '6/60' })
  const address = somebody()
  await blockHere(address, { untilMs: Date.now() + 24 * 3_600_000, sparesSignedIn: true }, Promise.resolve())
  for (const path of ['/', '/admin', '/sign-in/else', '/api/v1/sessions', '/media/x.webp']) {
    const refused = await get(path, address)
    expect([path, refused.status]).toEqual([path, 403])
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('you can still sign in') })
  }
  expect((await get('/_next/static/x.css', address)).status).toBe(200)
  expect((await get('/sign-in?next=/admin', address, {}, 'POST')).status).toBe(200)
  // The limits hold for it all the same.
  expect(await statuses(9, '/sign-in', address)).toEqual({ 200: 5, 429: 4 })
})

test('the tightest limits that may be set leave an administrator in, who sets them right again', async () => {
  const { holdLimits, policies } = await listen()
  const tightest = SetLimits.parse({
    shop: [60, 120, 7_200, 172_800].map((limit, at) => ({ limit, seconds: [1, 60, 3_600, 86_400][at] })),
    writes: [20, 20, 600, 14_400].map((limit, at) => ({ limit, seconds: [1, 60, 3_600, 86_400][at] })),
    anonymous: [{ limit: 1, seconds: 86_400 }],
  })
  holdLimits(tightest)
  const address = somebody()
  // A program at the same address has asked for long, and got it blocked.
  for (let time = 0; time < 20; time++) await get('/api/v1/products', address)
  expect((await get('/', address)).status).toBe(403)
  expect((await get('/sign-in', address)).status).toBe(200)
  expect((await get('/sign-in', address, {}, 'POST')).status).toBe(200)
  const { signedSessionToken } = await import('@/lib/platform/auth/session-cookie')
  const cookie = `hs_session=${encodeURIComponent(signedSessionToken('a-token'))}`
  expect(await statuses(30, '/admin/settings/limits', address, { cookie, 'sec-fetch-site': 'same-origin' })).toEqual({ 200: 30 })
  holdLimits({})
  expect(policies.anonymous.windows).toHaveLength(2)
})

test('whoever is signed in at an address that others got blocked is let in; what an administrator blocked is blocked for everybody', async () => {
  const { blockHere } = await listen()
  const { signedSessionToken } = await import('@/lib/platform/auth/session-cookie')
  const [byLimits, byHand] = [somebody(), somebody()]
  const untilMs = Date.now() + 3_600_000
  await blockHere(byLimits, { untilMs, sparesSignedIn: true }, Promise.resolve())
  await blockHere(byHand, { untilMs, sparesSignedIn: false }, Promise.resolve())
  const cookie = `hs_session=${encodeURIComponent(signedSessionToken('a-token'))}`
  const bearer = `Bearer ${signedSessionToken('a-token')}`
  const asked = [{ cookie }, { authorization: bearer }, { cookie: 'hs_session=a-token.forged' }, { authorization: 'Bearer a-token.forged' }, {}]
  const answersAt = (address: string) =>
    Promise.all(asked.map(async (headers) => (await get('/account', address, headers as Record<string, string>)).status))
  expect(await answersAt(byLimits)).toEqual([200, 200, 403, 403, 403])
  expect(await answersAt(byHand)).toEqual([403, 403, 403, 403, 403])
})

test('an address that the shop trusts meets neither limit nor block', async () => {
  const { blockHere } = await listen({ RATE_LIMIT_ALLOW: '198.51.100.0/24', RATE_LIMIT_SHOP: '1/60' })
  const address = somebody()
  await blockHere(address, { untilMs: Date.now() + 1_000, sparesSignedIn: false }, Promise.resolve())
  expect(await statuses(5, '/api/v1/products', address)).toEqual({ 200: 5 })
})
