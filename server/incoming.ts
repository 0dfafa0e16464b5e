import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { PICTURE_LIMIT_BYTES } from '@/lib/catalog/picture-bytes'
import { type ErrorCode, errorStatus, errorTitle } from '@/lib/core/errors'
import { appUrl, env, mediaBase } from '@/lib/platform/env'
import { staticPagePolicy } from '@/lib/platform/security-headers'
import { allowedMethods } from '@/lib/web/allowed-methods'
import { forgetAction, hasActionBegun } from '@/lib/web/begun-actions'
import { CLIENT_ADDRESS_HEADER, REQUEST_ID_HEADER } from '@/lib/web/context'
import { BODY_LIMIT_BYTES } from '@/lib/web/input'
import { isOwnOrigin } from '@/lib/web/origin'
import { answerInstead, problemAnswer } from './answer-instead'
import { honourEntityTag } from './entity-tags'
import { notFoundPage } from './not-found-page'

/** Gives the request its id and the caller's true address, and makes empty refusals of the API problem documents. */
export function prepareRequest(request: IncomingMessage, response: ServerResponse): string {
  const requestId = randomUUID()
  request.headers[REQUEST_ID_HEADER] = requestId
  request.headers[CLIENT_ADDRESS_HEADER] = clientAddress(request)
  response.setHeader('X-Request-Id', requestId)
  honourEntityTag(request, response)
  readToEnd(request, response)
  if (request.url?.startsWith('/api/')) explainRefusalOfNext(request, response, requestId)
  else if (isForm(request)) explainUnreadableAction(response, requestId)
  else if (mayBeUnknown(request)) drawNotFound(response)
  return requestId
}

/**
 * A body that says no length is cut off by its reader, who then is gone: what still comes would stop the connection, and the next request
 * on it would wait until it times out. `_dump` is what Node itself does with a body that nobody began to read.
 */
function readToEnd(request: IncomingMessage & { _dump?(): void }, response: ServerResponse): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { socket } = request
  response.once('finish', () => {
    if (request.complete) return
    request._dump?.()
    socket.resume()
  })
}

/**
 * The address of the caller: the socket's, or behind `TRUSTED_PROXY_HOPS` proxies the entry that the outermost of them added.
 * What a caller writes into X-Forwarded-For itself is further left and never read (R126).
 */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, hops = env.TRUSTED_PROXY_HOPS ?? 0): string {
  const socketAddress = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (hops === 0) return socketAddress
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const entry = forwarded.at(-hops)
  return entry === undefined ? socketAddress : withoutPort(entry)
}

/** Some proxies add the port, and put an IPv6 address into brackets for it. */
const withoutPort = (entry: string) => entry.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')

/** Requests that Next would answer with 500, or that cost more than they may. True when the answer was given here. */
export function answerEarly(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
  if (isForm(request) && !isOneClick(request) && isForeign(request)) {
    refuse(response, requestId, 'origin_refused', 'A form can be sent from a page of this shop only. Programs send JSON, as application/json.')
    return true
  }
  if (!isReadableAddress(request.url ?? '/')) {
    refuse(response, requestId, 'malformed', 'The address holds bytes that are no text.')
    return true
  }
  // The proxy of Next builds a Request, which knows no TRACE: 500.
  if (request.method === 'TRACE') {
    refuse(response, requestId, 'method_not_allowed', 'TRACE is supported nowhere in this shop.', { Allow: allowedAt(request.url ?? '/') })
    return true
  }
  // Next keeps its own page for failures at this address, and answers it with 500.
  if (/^\/_global-error(?:[/?.]|$)/.test(request.url ?? '')) {
    refuse(response, requestId, 'not_found', 'There is nothing at this address.')
    return true
  }
  const limit = bodyLimitOf(request)
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    // What is still on its way is read and dropped: closing now would reset the connection before the sender has seen the answer.
    request.resume()
    refuse(response, requestId, 'too_large', `At most ${limit.toLocaleString('en-US')} bytes can be sent here.`)
    return true
  }
  return false
}

/** Pictures are the one thing that is larger (S11); their route reads no more than this either. */
const bodyLimitOf = ({ method, url }: IncomingMessage) =>
  method === 'POST' && /^\/api\/v1\/admin\/(products|categories)\/[^/?]+\/pictures?(\?|$)/.test(url ?? '') ? PICTURE_LIMIT_BYTES : BODY_LIMIT_BYTES

/** Next answers 500 to `%zz` and to percent-encoded bytes that are no UTF-8, Postgres knows no NUL. The query is read by us, and more leniently. */
function isReadableAddress(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  if (!path.includes('%')) return true
  try {
    return !decodeURIComponent(path).includes('\u0000')
  } catch {
    // It throws for exactly the first two kinds.
    return false
  }
}

/** Server Actions arrive as forms or with a `Next-Action` header. */
function isForm(request: IncomingMessage): boolean {
  if (request.method !== 'POST') return false
  const type = String(request.headers['content-type'] ?? '')
  return request.headers['next-action'] !== undefined || /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)
}

/** A mail program ends a subscription (RFC 8058): a form without Origin and cookie, whose address holds a signed token. */
const isOneClick = ({ url, headers }: IncomingMessage) => /^(\/api)?\/unsubscribe(\?|$)/.test(url ?? '') && headers['next-action'] === undefined

/** A form that the browser sent by itself, without our scripts. */
export const isPlainForm = (request: IncomingMessage): boolean => isForm(request) && request.headers['next-action'] === undefined

/** Next itself answers foreign actions with 500 (PLATFORM.md, trap 17). */
function isForeign({ headers }: IncomingMessage): boolean {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  return typeof origin !== 'string' || !isOwnOrigin(origin) || (site !== undefined && site !== 'same-origin')
}

const methodsOfNext = new Set<string | undefined>(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH'])

/**
 * Next answers an unsupported method with 405, and one that it never heard of with 400: both without a body and without `Allow`. A call of a
 * Server Action, which no address of the API has, it refuses in plain text.
 */
function explainRefusalOfNext({ method, url = '/', headers }: IncomingMessage, response: ServerResponse, requestId: string): void {
  answerInstead(response, (status) => {
    if (status === 400 && headers['next-action'] !== undefined && !isProblem(response)) {
      return problemAnswer(requestId, 400, 'malformed', 'The request could not be read')
    }
    if (status !== 405 && (status !== 400 || methodsOfNext.has(method))) return null
    const problem = problemAnswer(requestId, 405, 'method_not_allowed', 'This method is not supported here')
    return { ...problem, headers: { Allow: allowedAt(url) } }
  })
}

const isProblem = (response: ServerResponse) => String(response.getHeader('content-type')).startsWith('application/problem+json')

/** Of a page, and of an address of the API of which no route is loaded yet, what is true of all of them. */
function allowedAt(url: string): string {
  const path = url.split('?', 1)[0] ?? ''
  return allowedMethods(path) ?? (path.startsWith('/api/') ? 'OPTIONS' : 'GET, HEAD')
}

const policy = staticPagePolicy({ mediaBase, isHttps: appUrl.startsWith('https:') })

/** A document with an id in its address, asked for by a browser's navigation and not by Next's router. */
const mayBeUnknown = ({ method, url, headers }: IncomingMessage) =>
  method === 'GET' && headers.rsc === undefined && /^\/(p|c|pages|problems|orders|wishlist)\//.test(url ?? '')

/** Next answers an unknown slug with a document that only scripts can draw: the prerendered page goes out instead, under the policy of static pages. */
function drawNotFound(response: ServerResponse): void {
  answerInstead(response, (status) => {
    const page = status === 404 ? notFoundPage() : null
    return page === null ? null : { status: 404, type: 'text/html; charset=utf-8', body: page, headers: { 'Content-Security-Policy': policy } }
  })
}

/**
 * Next answers 500 when it cannot decode what was sent to a Server Action. When the action's own code never began, the fault is the
 * sender's; once it began, a 500 is ours and stays one.
 */
function explainUnreadableAction(response: ServerResponse, requestId: string): void {
  response.once('close', () => forgetAction(requestId))
  answerInstead(response, (status) =>
    status >= 500 && !hasActionBegun(requestId) ? problemAnswer(requestId, 400, 'malformed', 'The request could not be read') : null,
  )
}

function refuse(response: ServerResponse, requestId: string, code: ErrorCode, detail: string, headers: Record<string, string> = {}): void {
  const { body } = problemAnswer(requestId, errorStatus[code], code, errorTitle[code], { detail })
  response.writeHead(errorStatus[code], {
    'Content-Type': 'application/problem+json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    ...headers,
  })
  response.end(body)
}
