import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { fillCart, place } from '@/e2e/harness/api'
import { testShop } from '@/e2e/harness/test-shop'

const shop = testShop({ env: { LOG_LEVEL: 'warn' } })

const everywhere: Record<string, string | RegExp> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': /strict-origin|no-referrer/,
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
  'content-security-policy': /frame-ancestors 'none'/,
  'x-request-id': /^[0-9a-f-]{36}$/,
}

const staticPages = [
  '/',
  '/c/sneakers-skates',
  '/p/plaza-canvas-sneakers',
  '/pages/about',
  '/pages/there-is-none',
  '/nothing/here',
  '/search?q=lamp',
  '/problems/not_found',
]

/** Addresses that are nothing, and begin like those that get their policy elsewhere. */
const lookAlikes = ['/cartography', '/cart/nothing', '/account/nothing', '/sign-in/nothing', '/checkouts', '/orders-of-others', '/orders']

async function headersOf(path: string, identity: Record<string, string> = {}): Promise<{ headers: Headers; html: string; status: number }> {
  const response = await fetch(shop.current.url + path, { redirect: 'manual', headers: identity })
  return { headers: response.headers, html: await response.text(), status: response.status }
}

function missing(headers: Headers): string[] {
  return Object.entries(everywhere).flatMap(([name, wanted]) => {
    const value = headers.get(name) ?? ''
    return typeof wanted === 'string' ? (value === wanted ? [] : [`${name}: ${value}`]) : wanted.test(value) ? [] : [`${name}: ${value}`]
  })
}

async function personalPages(): Promise<string[]> {
  const { requireProduct } = await import('@/e2e/harness/stock')
  const variantId = (await requireProduct('plaza-canvas-sneakers')).variants[0]?.id ?? ''
  const { token, cart } = await fillCart(shop.current.url, [{ variantId }])
  const order = (await place(shop.current.url, token, cart)).json
  return ['/cart', '/checkout', `/orders/${order.number}?t=${order.access_token}`, `/orders/${order.number}/pay?t=${order.access_token}`]
}

/** No token opens it, so it is nobody's page: the prerendered one for addresses at which there is nothing. */
const unknownOrder = '/orders/HS-100002'

test('S8: every page carries the security headers, and none tells what it runs on', async () => {
  for (const path of [
    ...staticPages,
    ...(await personalPages()),
    unknownOrder,
    '/api/v1/products',
    '/api/v1/nothing',
    '/robots.txt',
    '/sitemap.xml',
    ...lookAlikes,
  ]) {
    const { headers } = await headersOf(path)
    expect([path, missing(headers)]).toEqual([path, []])
    expect(headers.get('x-powered-by')).toBeNull()
    // On http it would lock a visitor out of their own machine's other servers.
    expect(headers.get('strict-transport-security')).toBeNull()
  }
})

test('S8: the document for addresses at which there is nothing runs under whatever policy its address has', async () => {
  for (const path of lookAlikes) {
    const { headers, html } = await headersOf(path)
    const [, allowed = ''] = /script-src ([^;]+)/.exec(headers.get('content-security-policy') ?? '') ?? []
    if (allowed.includes("'unsafe-inline'")) continue
    const isAllowed = ([, attributes = '', code = '']: string[]) =>
      [...allowed.matchAll(/'nonce-([^']+)'/g)].some(([, nonce]) => attributes.includes(`nonce="${nonce}"`)) ||
      allowed.includes(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)]
    expect([path, scripts.length > 0, scripts.filter((script) => !isAllowed(script)).map(([script]) => script)]).toEqual([path, true, []])
  }
})

test('S8: an order without its token is a 404 that can be read without scripts, under the policy of static pages, kept by nobody', async () => {
  const response = await fetch(shop.current.url + unknownOrder)
  expect(response.status).toBe(404)
  const text = await response.text()
  expect(text).toContain('There is nothing at this address')
  // No dead end: the shop stands around it, with its search.
  expect(text).toContain('action="/search"')
  expect(response.headers.get('content-security-policy')).toMatch(/script-src 'self' 'unsafe-inline';/)
  expect(response.headers.get('cache-control')).toContain('no-store')
})

/** Nobody's: neither a page nor a record of the dashboard. */
const unknownInDashboard = ['/admin/nothing', '/admin/settings/nothing', '/admin/products/nothing', '/admin/orders/HS-1']

/** What an admin's browser sends. */
async function admin(): Promise<Record<string, string>> {
  const [{ makeCast }, { makeCategory, makeProduct }] = await Promise.all([import('@/e2e/authorisation/cast'), import('@/db/testing/world')])
  return (await makeCast(await makeProduct(await makeCategory()))).identity.admin
}

test('S8: on personal pages every script carries the nonce of its answer, which is never the same twice, and nobody may keep the page', async () => {
  const identity = await admin()
  const asked = [
    ...(await personalPages()).map((path) => ({ path, status: 200, as: {} })),
    ...unknownInDashboard.map((path) => ({ path, status: 404, as: identity })),
  ]
  for (const { path, status, as } of asked) {
    const [first, second] = [await headersOf(path, as), await headersOf(path, as)]
    expect([path, first.status]).toEqual([path, status])
    const nonce = /'nonce-([^']+)'/.exec(first.headers.get('content-security-policy') ?? '')?.[1]
    expect([path, typeof nonce]).toEqual([path, 'string'])
    expect(second.headers.get('content-security-policy')).not.toContain(nonce)
    const scripts = first.html.match(/<script\b[^>]*>/g) ?? []
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([])
    expect(first.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe-inline/)
    expect(first.headers.get('cache-control')).toMatch(/no-store/)
  }
})
