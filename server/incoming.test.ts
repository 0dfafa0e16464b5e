import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { securityHeaders } from '@/lib/platform/security-headers'
import { isOwnOrigin } from '@/lib/web/origin'
import { answerEarly, clientAddress, isPlainForm } from './incoming'

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
