import { createHash } from 'node:crypto'
import http from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { size } from '@/db/testing/seed'
import { call, fillCart } from '@/e2e/harness/api'
import { type CuttableProxy, startCuttableProxy } from '@/e2e/harness/cuttable-proxy'
import { testShop } from '@/e2e/harness/test-shop'

/*
 * Public answers come from the entry's memory: what is in one is the same for everybody, whoever asked first and with whatever headers.
 */

let proxy: CuttableProxy | undefined
const shop = testShop({ env: { LOG_LEVEL: 'warn', ANSWERS_MEMORY_MB: '4' }, reachDatabase: throughProxy })
afterAll(() => proxy?.stop())

async function throughProxy(databaseUrl: string): Promise<string> {
  const { hostname, port } = new URL(databaseUrl)
  proxy = await startCuttableProxy({ host: hostname, port: Number(port) })
  return Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(proxy.port) }).toString()
}

const SLUG = 'plaza-canvas-sneakers'
const PAGE = `/p/${SLUG}`
const LIST = '/api/v1/products?category=sneakers-skates'
const EXPLAIN = { 'x-explain-cache': '1' }

type Got = { status: number; headers: http.IncomingHttpHeaders; body: Buffer }

/** As it comes over the wire: fetch would set Host and decompress. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.request(shop.current.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    request.on('error', reject).end()
  })
}

const cacheStatus = ({ headers }: Got) => String(headers['cache-status'] ?? 'none')

const PRICES = [7_777, 7_778] as const
let drops = 0

/** The next answers are made anew: the price is the other one. @returns which of the two */
async function dropAll(): Promise<0 | 1> {
  const { setPrice } = await import('@/e2e/harness/stock')
  await get('/api/v1/products')
  expect(cacheStatus(await get('/api/v1/products', EXPLAIN))).toContain('hit')
  const now = drops++ % 2 === 0 ? 0 : 1
  await setPrice(SLUG, PRICES[now])
  await expect.poll(async () => cacheStatus(await get('/api/v1/products', EXPLAIN)), { interval: 20 }).toContain('miss')
  return now
}

async function metric(name: string): Promise<number> {
  const text = await (await fetch(`${shop.current.url}/api/metrics`)).text()
  return Number(new RegExp(`^${name.replaceAll(/[{}"]/g, '\\$&')} (\\d+)`, 'm').exec(text)?.[1] ?? 0)
}

const forged: Record<string, string>[] = [
  { 'x-forwarded-host': 'evil.example' },
  { 'x-forwarded-proto': 'evil' },
  { 'x-forwarded-port': '666' },
  { forwarded: 'host=evil.example' },
  { host: 'evil.example' },
  { 'x-original-url': '/evil.example' },
  { 'x-rewrite-url': '/evil.example' },
  { 'accept-language': 'de-evil' },
  { 'user-agent': 'Twitterbot evil.example' },
  { 'x-middleware-rewrite': '/cart' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-prefetch': '1' },
  { 'x-nextjs-data': '1' },
  { 'x-matched-path': '/evil.example' },
  { 'next-resume': '1' },
  { 'next-action': 'evil' },
  { 'next-url': '/evil' },
  { 'next-router-state-tree': 'evil' },
  { 'next-router-prefetch': '1' },
  { 'x-prerender-revalidate': 'evil' },
  { 'x-next-cache-tags': 'evil' },
  { 'x-invoke-path': '/cart' },
  { purpose: 'prefetch' },
  { range: 'bytes=0-10' },
  { 'cache-control': 'no-store' },
  { accept: 'text/x-component' },
]

test('S9: whoever asks first and with whatever headers, what is kept is the same', async () => {
  const clean = { page: (await get(PAGE)).body, list: (await get(LIST)).body }
  const made = async () => {
    await dropAll()
    return { page: (await get(PAGE)).body.toString(), list: (await get(LIST)).body.toString() }
  }
  const priced = [await made(), await made()] as const
  expect(new Set([clean.page.toString(), priced[0].page, priced[1].page]).size).toBe(3)
  for (const headers of forged) {
    const { page, list } = priced[await dropAll()]
    for (const [path, body] of [
      [PAGE, page],
      [LIST, list],
    ] as const) {
      const first = await get(path, headers)
      expect([headers, path, first.status]).toEqual([headers, path, 200])
      const second = await get(path, EXPLAIN)
      expect([headers, path, cacheStatus(second)]).toEqual([headers, path, expect.stringContaining('hit')])
      // A page carries the time at which it was made nowhere: two makings are the same bytes.
      expect(withoutVersions(second.body.toString())).toBe(withoutVersions(body))
      expect(JSON.stringify(second.headers)).not.toContain('evil')
    }
  }
}, 300_000)

/** Every change of a price is a new version of the product. */
const withoutVersions = (text: string) => text.replaceAll(/(version\\?":)\d+/g, '$1n').replaceAll(/"updated_at":"[^"]*"/g, '')

test('S9: a shopper with a cart reads the same bytes as nobody, and a caller who says who they are is never answered from memory', async () => {
  const { requireProduct } = await import('@/e2e/harness/stock')
  const variantId = (await requireProduct(SLUG)).variants[0]?.id ?? ''
  const { token } = await fillCart(shop.current.url, [{ variantId }])
  for (const path of [PAGE, LIST, `/api/v1/products/${SLUG}`]) {
    await dropAll()
    const shopper = await get(path, { cookie: `hs_cart=${token}; hs=c; marker=of-a` })
    const nobody = await get(path, EXPLAIN)
    expect(cacheStatus(nobody)).toContain('hit')
    expect(nobody.body.equals(shopper.body)).toBe(true)
    expect(nobody.headers['set-cookie']).toBeUndefined()
    for (const headers of [{ 'cart-token': token }, { authorization: 'Bearer x' }] as Record<string, string>[]) {
      expect([path, cacheStatus(await get(path, { ...headers, ...EXPLAIN }))]).toEqual([path, 'none'])
    }
  }
})

test('S9: personal answers, refusals and unknown addresses are not kept', async () => {
  for (const path of [
    '/cart',
    '/checkout',
    '/api/v1/view',
    '/api/v1/cart',
    '/p/there-is-none',
    '/api/v1/products/there-is-none',
    `/p/${SLUG}/`,
    `//p/${SLUG}`,
    `/p%2f${SLUG}`,
  ]) {
    await get(path)
    expect([path, cacheStatus(await get(path, EXPLAIN))]).toEqual([path, 'none'])
  }
})

test('a kept answer is whole in every encoding, says how old it is, and is 304 for who has it', async () => {
  await get(PAGE)
  const plain = await get(PAGE, EXPLAIN)
  const decoded: Record<string, (body: Buffer) => Buffer> = { br: brotliDecompressSync, gzip: gunzipSync }
  const ids = new Set([plain.headers['x-request-id']])
  for (const [encoding, decode] of Object.entries(decoded)) {
    for (let turn = 0; turn < 2; turn++) {
      const got = await get(PAGE, { 'accept-encoding': encoding })
      expect([got.headers['content-encoding'], Number(got.headers['content-length'])]).toEqual([encoding, got.body.length])
      expect(decode(got.body).equals(plain.body)).toBe(true)
      expect(got.headers.etag).toBe(plain.headers.etag)
      expect(got.headers.vary).toMatch(/accept-encoding/i)
      expect(Number(got.headers.age)).toBeGreaterThanOrEqual(0)
      ids.add(got.headers['x-request-id'])
    }
  }
  expect(ids.size).toBe(5)
  const known = await get(PAGE, { 'if-none-match': String(plain.headers.etag) })
  expect([known.status, known.body.length, known.headers['cache-control']]).toEqual([304, 0, plain.headers['cache-control']])
  const head = await get(PAGE, EXPLAIN, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length'], cacheStatus(head)]).toEqual([
    200,
    0,
    String(plain.body.length),
    expect.stringContaining('hit'),
  ])
})

test('many who ask at once for what is not there make it once', async () => {
  await dropAll()
  const before = await metric('highstreet_statements_total')
  const answers = await Promise.all(Array.from({ length: 100 }, () => get('/api/v1/products/facets?category=sneakers-skates')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ body }) => createHash('sha1').update(body).digest('hex'))).size).toBe(1)
  // The log of invalidations is read meanwhile.
  expect((await metric('highstreet_statements_total')) - before).toBeLessThan(50)
})

test('S11: countless addresses take their share of the memory and push no page out', async () => {
  await get(PAGE)
  const floods = size(1_500, 10_000)
  for (let done = 0; done < floods; done += 50) {
    await Promise.all(Array.from({ length: 50 }, (_, turn) => get(`/api/v1/products?price_max=${100_000 + done + turn}`)))
  }
  expect(await metric('highstreet_answers_bytes')).toBeLessThanOrEqual(4 * 1024 * 1024)
  expect(await metric('highstreet_answers_entries')).toBeGreaterThan(0)
  expect(cacheStatus(await get(PAGE, EXPLAIN))).toContain('hit')
}, 300_000)

test('P11: with the database away, pages and API answers that were kept still answer 200; what was not is 503', async () => {
  for (const path of [PAGE, LIST]) await get(path)
  proxy?.cut()
  await expect.poll(async () => (await call(shop.current.url, '/products?name=away')).status, { timeout: 10_000 }).toBe(503)
  for (const path of [PAGE, LIST]) {
    const startedAt = performance.now()
    const kept = await get(path, EXPLAIN)
    expect([path, kept.status, cacheStatus(kept)]).toEqual([path, 200, expect.stringContaining('hit')])
    expect(performance.now() - startedAt).toBeLessThan(size(5_000, 500))
  }
  proxy?.mend()
  await expect.poll(async () => (await call(shop.current.url, '/products?name=back')).status, { timeout: 10_000 }).toBe(200)
  await dropAll()
})
