import type { IncomingMessage, ServerResponse } from 'node:http'
import { isKnownTag } from '@/lib/core/entity-tags'
import type { Source } from '@/lib/platform/cache/cache'
import { AGE_AT, ID_AT, type KeptAnswer } from './kept-answer'
import type { MadeAnswer } from './make-answer'

/** Where an answer came from, for who may know it. */
export type Origin = { how: 'hit' | 'stale' | 'miss' | 'joined'; source?: Source }

/**
 * Gives a finished answer, or 304 to who has it. Its list of headers is used again and again: writeHead reads it at once. With `origin` the
 * answer tells where it came from.
 */
export function sendKept(request: IncomingMessage, response: ServerResponse, kept: KeptAnswer, requestId: string, origin: Origin | null): void {
  const known = request.headers['if-none-match']
  const isKnown = known !== undefined && isKnownTag(known, kept.etag)
  const head = isKnown ? kept.headOf304 : kept.head
  head[ID_AT] = requestId
  head[AGE_AT] = String(Math.max(0, Math.floor((Date.now() - kept.madeAt) / 1000)))
  response.writeHead(isKnown ? 304 : 200, origin ? [...head, ...explained(kept, origin)] : head)
  if (isKnown || request.method === 'HEAD') response.end()
  else response.end(kept.body)
}

/** RFC 9211, the cache that is nearest to the database first, and the tags with which the answer falls. */
function explained({ freshUntil, tags }: KeptAnswer, { how, source }: Origin): string[] {
  const ttl = `ttl=${Math.floor((freshUntil - Date.now()) / 1000)}`
  const entry =
    how === 'hit' || how === 'stale' ? `hit; ${ttl}` : `fwd=miss; collapsed=?${how === 'joined' ? 1 : 0}; stored=?${tags.length > 0 ? 1 : 0}`
  return ['Cache-Status', `${behind(source, ttl)}highstreet; ${entry}`, 'X-Cache-Tags', tags.join(',')]
}

/** The levels behind the entry (lib/platform/cache). */
function behind(source: Source | undefined, ttl: string): string {
  if (source === undefined) return ''
  if (source === 'made') return 'highstreet-redis; fwd=miss, '
  return `highstreet-${source === 'redis' ? 'redis' : 'process'}; hit; ${ttl}, `
}

const ownOfConnection = new Set(['x-request-id', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date', 'set-cookie'])

/** Gives what Next answered as it is: a refusal, or what is not for sharing. */
export function replayAnswer(request: IncomingMessage, response: ServerResponse, { status, headers, body }: MadeAnswer): void {
  for (const [name, value] of headers) if (!ownOfConnection.has(name)) response.setHeader(name, value)
  const cookies = headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies)
  // Browsers keep a 308 without a time for ever, and the address may be another product's tomorrow.
  if (status === 308) response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate')
  response.setHeader('Content-Length', body.length)
  response.writeHead(status)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}
