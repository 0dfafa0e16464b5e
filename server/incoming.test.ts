import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import '@/app/api/v1/cart/items/[id]/route'
import '@/app/api/v1/products/route'
import { securityHeaders } from '@/lib/platform/security-headers'
import { isOwnOrigin } from '@/lib/web/origin'
import { answerEarly, clientAddress, isPlainForm, prepareRequest } from './incoming'

type Caller = Parameters<typeof clientAddress>[0]
const caller = (forwarded?: string, remoteAddress = '::ffff:10.0.0.9') =>
  ({ headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }) as unknown as Caller

test('without a proxy the socket says who calls, whatever the caller claims', () => {
  expect(clientAddress(caller('1.2.3.4'), 0)).toBe('10.0.0.9')
})

test('behind proxies the outermost of ours says it, and what stands further left is the caller\u2019s own invention', () => {
  expect(clientAddress(caller('6.6.6.6, 203.0.113.7'), 1)).toBe('203.0.113.7')
  expect(clientAddress(caller('6.6.6.6, 203.0.113.7, 10.0.0.1'), 2)).toBe('203.0.113.7')
  expect(clientAddress(caller(undefined), 1)).toBe('10.0.0.9')
  expect(clientAddress(caller('203.0.113.7'), 3)).toBe('10.0.0.9')
})

test('a form is one that the browser sends by itself when our scripts did not send it', () => {
  const post = (headers: Record<string, string>) => ({ method: 'POST', headers }) as unknown as IncomingMessage
  expect(isPlainForm(post({ 'content-type': 'multipart/form-data; boundary=x' }))).toBe(true)
  expect(isPlainForm(post({ 'content-type': 'multipart/form-data; boundary=x', 'next-action': 'a' }))).toBe(false)
  expect(isPlainForm(post({ 'content-type': 'application/json' }))).toBe(false)
})

test('only our own origin counts as ours; in local mode under any loopback name on our port', () => {
  for (const own of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) expect([own, isOwnOrigin(own)]).toEqual([own, true])
  for (const foreign of [
    'null',
    '',
    'http://localhost:3001',
    'https://localhost.evil.example',
    'http://localhost:3000.evil.example',
    'http://evil.example:3000',
  ]) {
    expect([foreign, isOwnOrigin(foreign)]).toEqual([foreign, false])
  }
})

test('S8: a deployed shop tells browsers to stay on https, a local one does not', () => {
  const names = (mode: 'local' | 'deployed') => securityHeaders(mode).map(({ key }) => key)
  expect(names('deployed')).toContain('Strict-Transport-Security')
  expect(names('local')).not.toContain('Strict-Transport-Security')
})

test('S1: what Next would answer with 500 is refused before it gets there, and nothing else', () => {
  const statusOf = (method: string, url: string) => {
    let status = 0
    const response = { setHeader: () => {}, writeHead: (code: number) => (status = code), end: () => {} } as unknown as ServerResponse
    return answerEarly({ method, url, headers: {} } as unknown as IncomingMessage, response, 'request-1') ? status : 'goes on'
  }
  for (const url of ['/p/%00', '/c/a%00b/browse', '/p/%zz', '/p/%ed%a0%80']) expect([url, statusOf('GET', url)]).toEqual([url, 400])
  expect([statusOf('TRACE', '/cart'), statusOf('GET', '/_global-error'), statusOf('GET', '/_global-error.rsc')]).toEqual([405, 404, 404])
  for (const url of ['/p/caf%C3%A9', '/search?q=%00%zz', '/', '/p/_global-error']) expect([url, statusOf('GET', url)]).toEqual([url, 'goes on'])
})

test('a method that is not supported is a problem which says what is, also where Next says 400 to one that it does not know', async () => {
  // Next in short: an empty body, and nothing about what is allowed.
  const server = createServer((request, response) => {
    const requestId = prepareRequest(request, response)
    if (answerEarly(request, response, requestId)) return
    if (request.headers['next-action']) response.setHeader('content-type', 'text/plain').writeHead(400).end('Invalid Server Action request.')
    else response.writeHead(request.method === 'PROPFIND' ? 400 : 405).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const answerTo = async (method: string, path: string, headers = {}) => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method, headers })
    return [answer.status, answer.headers.get('allow'), ((await answer.json()) as { code: string }).code]
  }
  const refused = (allow: string) => [405, allow, 'method_not_allowed']
  expect(await answerTo('PATCH', '/api/v1/products?page=2')).toEqual(refused('GET, HEAD, OPTIONS'))
  expect(await answerTo('PROPFIND', '/api/v1/products')).toEqual(refused('GET, HEAD, OPTIONS'))
  expect(await answerTo('POST', '/api/v1/cart/items/1')).toEqual(refused('DELETE, OPTIONS, PATCH'))
  expect(await answerTo('GET', '/api/webhooks/test')).toEqual(refused('OPTIONS, POST'))
  expect(await answerTo('PATCH', '/api/v1/products', { 'next-action': 'abcdef' })).toEqual([400, null, 'malformed'])
  server.close()
})

test('TRACE is refused with what is allowed', () => {
  const allowAt = (url: string) => {
    let allow: unknown
    const writeHead = (_: number, headers: Record<string, string>) => {
      allow = headers.Allow
    }
    answerEarly(
      { method: 'TRACE', url, headers: {} } as unknown as IncomingMessage,
      { writeHead, end: () => {} } as unknown as ServerResponse,
      'request-1',
    )
    return allow
  }
  expect(['/api/v1/products', '/api/v1/not-loaded', '/cart'].map(allowAt)).toEqual(['GET, HEAD, OPTIONS', 'OPTIONS', 'GET, HEAD'])
})
