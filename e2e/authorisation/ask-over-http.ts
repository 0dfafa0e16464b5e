import http from 'node:http'
import type { Answered } from './ask-directly'
import { pathOf } from './ask-directly'
import type { Asked } from './asking'
import type { Row } from './table'

/** Another way to write an address, or headers that pretend something. The way as it should be without it. */
export type Spelling = { name: string; path?(path: string): string; headers?: Record<string, string> }

/** A line of the table asked over the wire: fetch would tidy up the address. A page is asked for with GET. */
export async function askOverHttp(
  shopUrl: string,
  { door }: Row,
  asked: Asked,
  identity: Record<string, string>,
  { path: spell = (path) => path, headers = {} }: Partial<Spelling> = {},
): Promise<Answered & { headers: http.IncomingHttpHeaders }> {
  const [verb = '', address = ''] = door.startsWith('/') ? ['GET', door] : door.split(' ')
  const method = verb === 'ANY' ? 'POST' : verb
  const takesBody = method !== 'GET' && method !== 'DELETE'
  const fromOurPage: Record<string, string> = 'cookie' in identity && method !== 'GET' ? { origin: shopUrl, 'sec-fetch-site': 'same-origin' } : {}
  const type: Record<string, string> = takesBody ? { 'content-type': 'application/json' } : {}
  const all: Record<string, string> = { ...fromOurPage, ...type, ...asked.headers, ...identity, ...headers }
  return send(shopUrl, spell(pathOf(address, asked)), { method, headers: all, body: takesBody ? JSON.stringify(asked.body ?? {}) : undefined })
}

type Sent = { method: string; headers: Record<string, string>; body?: string }

function send(shopUrl: string, path: string, { method, headers, body }: Sent): Promise<Answered & { headers: http.IncomingHttpHeaders }> {
  const { hostname, port } = new URL(shopUrl)
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers: { host: `${hostname}:${port}`, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = `${response.headers.location ?? ''} ${Buffer.concat(chunks).toString('utf8')}`
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers })
      })
    })
    request.on('error', reject).end(body)
  })
}

const between = (path: string, write: (path: string, query: string) => string): string => {
  const [before = '', ...after] = path.split('?')
  return write(before, after.length > 0 ? `?${after.join('?')}` : '')
}
const last = (path: string, slash: string) => path.replace(/\/([^/]+)$/, `${slash}$1`)

/** What has opened locked pages of other shops (S3): other spellings of an address, and headers that a framework believes. */
export const spellings: Spelling[] = [
  { name: '?_rsc', path: (path) => `${path}${path.includes('?') ? '&' : '?'}_rsc=1a2b3` },
  { name: '// at the start', path: (path) => `/${path}` },
  { name: '// inside', path: (path) => between(path, (before, query) => last(before, '//') + query) },
  { name: '%2f', path: (path) => between(path, (before, query) => last(before, '%2f') + query) },
  { name: '%5c', path: (path) => between(path, (before, query) => last(before, '%5c') + query) },
  { name: '/./', path: (path) => `/.${path}` },
  { name: '/x/../', path: (path) => `/x/..${path}` },
  { name: '%2e%2e', path: (path) => `/x/%2e%2e${path}` },
  { name: 'a slash at the end', path: (path) => between(path, (before, query) => `${before}/${query}`) },
  { name: 'upper case', path: (path) => between(path, (before, query) => before.toUpperCase() + query) },
  { name: 'an encoded letter', path: (path) => path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`) },
  { name: 'an absolute address', path: (path) => `http://evil.example${path}` },
  { name: '.rsc', path: (path) => between(path, (before, query) => `${before}.rsc${query}`) },
  { name: '.json', path: (path) => between(path, (before, query) => `${before}.json${query}`) },
  { name: '_next/data', path: (path) => between(path, (before, query) => `/_next/data/x${before}.json${query}`) },
  { name: 'a matrix parameter', path: (path) => between(path, (before, query) => `${before};a=b${query}`) },
  { name: 'x-middleware-subrequest', headers: { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' } },
  { name: 'x-middleware-subrequest of old', headers: { 'x-middleware-subrequest': 'src/middleware:middleware:middleware:middleware:middleware' } },
  { name: 'x-middleware-prefetch', headers: { 'x-middleware-prefetch': '1', purpose: 'prefetch' } },
  { name: 'x-middleware-rewrite', headers: { 'x-middleware-rewrite': '/', 'x-middleware-next': '1' } },
  { name: 'RSC', headers: { rsc: '1' } },
  { name: 'RSC prefetch', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/account' } },
  { name: 'RSC segment', headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' } },
  { name: 'next-resume', headers: { 'next-resume': '1' } },
  { name: 'x-nextjs-data', headers: { 'x-nextjs-data': '1' } },
  { name: 'x-matched-path', headers: { 'x-matched-path': '/', 'x-invoke-path': '/', 'x-invoke-status': '200' } },
  { name: 'x-forwarded-*', headers: { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'localhost', 'x-forwarded-proto': 'https' } },
  { name: 'x-original-url', headers: { 'x-original-url': '/', 'x-rewrite-url': '/' } },
  { name: 'x-http-method-override', headers: { 'x-http-method-override': 'GET', 'x-method-override': 'GET' } },
  {
    name: 'what the entry sets',
    headers: {
      'x-hs-client-address': '127.0.0.1',
      'x-hs-counted': 'shop',
      'x-request-id': 'made-up',
      'x-nonce': 'made-up',
      'x-hs-page-address': '/admin/orders',
    },
  },
  { name: 'a made-up user', headers: { 'x-user-id': '1', 'x-user-role': 'admin', 'cart-token': 'a.b' } },
  { name: 'a made-up token', headers: { authorization: 'Bearer made-up' } },
]
