import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { appUrl, env } from '@/lib/platform/env'
import { CLIENT_ADDRESS_HEADER, REQUEST_ID_HEADER } from '@/lib/web/context'
import { isOwnOrigin } from '@/lib/web/origin'

/** Gives the request its id and the caller's true address, and makes empty refusals of the API problem documents. */
export function prepareRequest(request: IncomingMessage, response: ServerResponse): string {
  const requestId = randomUUID()
  request.headers[REQUEST_ID_HEADER] = requestId
  request.headers[CLIENT_ADDRESS_HEADER] = clientAddress(request)
  response.setHeader('X-Request-Id', requestId)
  if (request.url?.startsWith('/api/v1/')) explainMethodNotAllowed(response, requestId)
  return requestId
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
  return forwarded.at(-hops) ?? socketAddress
}

/** Requests that Next would answer with 500, or that cost more than they may. True when the answer was given here. */
export function answerEarly(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
  if (isForeignForm(request)) {
    refuse(response, requestId, 403, 'origin_refused', 'The request came from another site')
    return true
  }
  if (Number(request.headers['content-length'] ?? 0) > 1_100_000) {
    response.setHeader('Connection', 'close')
    refuse(response, requestId, 413, 'too_large', 'The request is too large')
    return true
  }
  return false
}

/** Server Actions arrive as forms or with a `Next-Action` header; Next itself answers foreign ones with 500 (PLATFORM.md, trap 17). */
function isForeignForm(request: IncomingMessage): boolean {
  if (request.method !== 'POST') return false
  const type = String(request.headers['content-type'] ?? '')
  const isForm = request.headers['next-action'] !== undefined || /^(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type)
  if (!isForm) return false
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  return typeof origin !== 'string' || !isOwnOrigin(origin) || (site !== undefined && site !== 'same-origin')
}

/** Next answers an unsupported method with 405 and an empty body. */
function explainMethodNotAllowed(response: ServerResponse, requestId: string): void {
  const writeHead = response.writeHead.bind(response)
  const end = response.end.bind(response)
  response.writeHead = ((status: number, ...rest: []) => {
    if (status !== 405) return writeHead(status, ...rest)
    const body = problem(requestId, 405, 'method_not_allowed', 'This method is not supported here')
    writeHead(405, { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(body) })
    return end(body)
  }) as ServerResponse['writeHead']
}

function refuse(response: ServerResponse, requestId: string, status: number, code: string, title: string): void {
  const body = problem(requestId, status, code, title)
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'Content-Length': Buffer.byteLength(body), 'Cache-Control': 'no-store' })
  response.end(body)
}

const problem = (request_id: string, status: number, code: string, title: string) =>
  JSON.stringify({ type: `${appUrl}/problems/${code}`, title, status, code, request_id })
