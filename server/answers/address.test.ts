import { readdirSync, readFileSync } from 'node:fs'
import { computeCacheBustingSearchParam } from 'next/dist/shared/lib/router/utils/cache-busting-search-param'
import { expect, test } from 'vitest'
import { addressOf } from './address'

const keyOf = (url: string, headers: Record<string, string> = {}, method = 'GET') => addressOf({ method, url, headers })?.key ?? null

test('a page has one name, whatever its query says, and nothing that could be another page has one', () => {
  expect(keyOf('/p/lamp?utm_source=mail&variant=2')).toBe('/p/lamp')
  expect(keyOf('/')).toBe('/')
  for (const url of [
    '//p/lamp',
    '/p//lamp',
    '/p/lamp/',
    '/p%2flamp',
    '/p/la%6dp',
    '/p/../cart',
    '/p/lamp.rsc',
    '/p\\lamp',
    '/p/',
    '/cart',
    '/search?q=a',
  ])
    expect([url, keyOf(url)]).toEqual([url, null])
  expect(keyOf('http://evil.example/p/lamp')).toBeNull()
  expect(keyOf('/p/lamp', {}, 'POST')).toBeNull()
})

test('S9: who says who they are gets nothing that is kept; other cookies and forged headers neither make a name nor reach Next', () => {
  for (const headers of [{ authorization: 'Bearer x' }, { 'cart-token': 'x' }, { cookie: 'a=1; __prerender_bypass=x' }] as Record<string, string>[])
    expect(keyOf('/p/lamp', headers)).toBeNull()
  const forged = {
    cookie: 'hs_cart=a',
    'x-forwarded-host': 'evil.example',
    host: 'evil.example',
    'accept-language': 'de',
    'x-middleware-rewrite': '/cart',
  }
  expect(addressOf({ method: 'GET', url: '/p/lamp', headers: forged })).toEqual({ key: '/p/lamp', url: '/p/lamp', headers: {}, isQuery: false })
})

test('the parameters of a list have one order, and an unknown one is no second name of the same answer', () => {
  expect(keyOf('/api/v1/products?sort=price&category=lamps')).toBe(keyOf('/api/v1/products?category=lamps&sort=price'))
  expect(keyOf('/api/v1/products?facet=Colour%3DRed&facet=Size%3DM')).toBe('/api/v1/products?facet=Colour%3DRed&facet=Size%3DM')
  for (const url of [
    '/api/v1/products?bust=1',
    '/api/v1/categories?x',
    '/api/v1/products/lamp?x=1',
    `/api/v1/products/search?q=${'x'.repeat(600)}`,
    '/api/v1/products/lamp/reviews?slug=chair',
    '/api/v1/products/lamp/reviews/x',
    '/api/v1/countries/XYZ',
    '/api/v1/reviews',
    '/api/v1/view',
  ])
    expect([url, keyOf(url)]).toEqual([url, null])
})

test('reviews, countries and the description of the API are kept as products are', () => {
  expect(keyOf('/api/v1/products/lamp/reviews?stars=5&sort=highest')).toBe('/api/v1/products/lamp/reviews?sort=highest&stars=5')
  for (const url of ['/api/v1/products/lamp/reviews', '/api/v1/countries', '/api/v1/countries/DE', '/api/v1/openapi.json'])
    expect([url, keyOf(url), keyOf(url, { authorization: 'Bearer x' })]).toEqual([url, url, null])
})

test("what Next's router asks for has one name wherever the browser comes from, when the hash in its address fits", async () => {
  const tree = '%5B%22%22%5D'
  const navigation = await computeCacheBustingSearchParam(undefined, undefined, tree, undefined)
  const from = { rsc: '1', 'next-router-state-tree': tree }
  expect(keyOf(`/p/lamp?_rsc=${navigation}`, from)).toBe('/p/lamp rsc ')
  expect(keyOf('/p/lamp?_rsc=wrong', from)).toBeNull()
  expect(keyOf('/p/lamp', from)).toBeNull()
  expect(keyOf('/p/lamp', { rsc: '1' })).toBeNull()
  const segment = await computeCacheBustingSearchParam('1', '/_tree', undefined, undefined)
  const prefetch = { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' }
  expect(addressOf({ method: 'GET', url: `/p/lamp?_rsc=${segment}`, headers: prefetch })).toEqual({
    key: '/p/lamp rsc /_tree',
    url: `/p/lamp?_rsc=${segment}`,
    headers: prefetch,
    isQuery: false,
    document: { key: '/p/lamp', url: '/p/lamp', headers: {}, isQuery: false },
  })
})

test('S9: every route handler whose cookies this takes away is public, and every page is static', () => {
  const routes = readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('/route.ts'))
  const kept = routes.filter((file) => keyOf(`/api/v1/${file.replace('/route.ts', '').replaceAll(/\[+[^\]]*\]+/g, 'XX')}`) !== null)
  expect(kept.length).toBeGreaterThan(8)
  for (const file of kept) expect([file, /publicSeconds: .*\btags:/s.test(readFileSync(`app/api/v1/${file}`, 'utf8'))]).toEqual([file, true])
  for (const folder of ['c', 'p', 'pages']) expect(readdirSync(`app/(shop)/${folder}`)).toEqual(['[slug]'])
})
