import type { IncomingMessage, ServerResponse } from 'node:http'
import { isKnownTag } from '@/lib/core/entity-tags'
import { mode } from '@/lib/platform/env'
import { AGE_AT, ID_AT, type KeptAnswer } from './kept-answer'
import type { MadeAnswer } from './make-answer'

/** Tests and people at their own machine may ask where an answer came from. */
const EXPLAIN_HEADER = 'x-explain-cache'

/** Gives a finished answer, or 304 to who has it. Its list of headers is used again and again: writeHead reads it at once. */
export function sendKept(request: IncomingMessage, response: ServerResponse, kept: KeptAnswer, requestId: string, how: string): void {
  const known = request.headers['if-none-match']
  const isKnown = known !== undefined && isKnownTag(known, kept.etag)
  const head = isKnown ? kept.headOf304 : kept.head
  head[ID_AT] = requestId
  head[AGE_AT] = String(Math.max(0, Math.floor((Date.now() - kept.madeAt) / 1000)))
  const isExplained = mode === 'local' && request.headers[EXPLAIN_HEADER] !== undefined
  response.writeHead(isKnown ? 304 : 200, isExplained ? [...head, ...explained(kept, how)] : head)
  if (isKnown || request.method === 'HEAD') response.end()
  else response.end(kept.body)
}

/** RFC 9211, and the tags with which the answer falls. */
function explained({ freshUntil, tags }: KeptAnswer, how: string): string[] {
  const seconds = Math.floor((freshUntil - Date.now()) / 1000)
  const status = how === 'hit' ? `hit; ttl=${seconds}` : `fwd=miss; collapsed=?${how === 'joined' ? 1 : 0}; stored=?${tags.length > 0 ? 1 : 0}`
  return ['Cache-Status', `highstreet; ${status}`, 'X-Cache-Tags', tags.join(',')]
}

const ownOfConnection = new Set(['x-request-id', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'set-cookie'])

/** Gives what Next answered as it is: a refusal, or what is not for sharing. */
export function replayAnswer(request: IncomingMessage, response: ServerResponse, { status, headers, body }: MadeAnswer): void {
  for (const [name, value] of headers) if (!ownOfConnection.has(name)) response.setHeader(name, value)
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  response.setHeader('Content-Length', body.length)
  response.writeHead(status)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}
