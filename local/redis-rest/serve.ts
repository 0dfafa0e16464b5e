import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { RedisBackend, Reply } from './backends'

const MAX_BODY_BYTES = 10_000_000

/** An HTTP server that speaks Upstash's REST protocol: `POST /` one command, `/pipeline` and `/multi-exec` several. */
export function serveRedisRest(backend: RedisBackend, token: string): Server {
  return createServer((request, response) => {
    answer(backend, token, request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, 500, { error: `ERR ${error instanceof Error ? error.message : error}` }),
    )
  })
}

type Answer = { status: number; body: unknown }

async function answer(backend: RedisBackend, token: string, request: IncomingMessage): Promise<Answer> {
  if (!isEqual(request.headers.authorization ?? '', `Bearer ${token}`)) return refused(401, 'Unauthorized: Invalid auth token')
  if (request.method !== 'POST') return refused(405, 'ERR only POST is served here')
  const text = await readBody(request)
  if (text === null) return refused(413, `ERR max request size exceeded. Limit: ${MAX_BODY_BYTES} bytes`)
  const given = parseJson(text)
  const encode = request.headers['upstash-encoding'] === 'base64' ? base64 : (reply: Reply) => reply
  const path = (request.url ?? '/').replace(/\?.*$/, '')

  if (path === '/') {
    const command = commandOf(given)
    if (!command) return refused(400, 'ERR failed to parse command')
    const [reply = null] = await backend.run([command])
    return reply instanceof Error ? refused(400, reply.message) : { status: 200, body: { result: encode(reply) } }
  }
  if (path !== '/pipeline' && path !== '/multi-exec') return refused(404, 'ERR not found')
  const commands = Array.isArray(given) ? given.map(commandOf) : []
  if (commands.length === 0 || !commands.every((command) => command !== null)) return refused(400, 'ERR failed to parse pipeline request')
  if (path === '/pipeline') return { status: 200, body: (await backend.run(commands)).map((reply) => resultOf(reply, encode)) }
  try {
    return { status: 200, body: (await backend.runAtomically(commands)).map((reply) => resultOf(reply, encode)) }
  } catch (error) {
    return refused(400, error instanceof Error ? error.message : String(error))
  }
}

const refused = (status: number, error: string): Answer => ({ status, body: { error } })

const resultOf = (reply: Reply, encode: (reply: Reply) => Reply) => (reply instanceof Error ? { error: reply.message } : { result: encode(reply) })

/** Upstash leaves `OK` as it is. */
function base64(reply: Reply): Reply {
  if (Array.isArray(reply)) return reply.map(base64)
  return typeof reply === 'string' && reply !== 'OK' ? Buffer.from(reply).toString('base64') : reply
}

function commandOf(given: unknown): string[] | null {
  if (!Array.isArray(given) || given.length === 0) return null
  return given.map((part) => (typeof part === 'string' ? part : typeof part === 'object' ? JSON.stringify(part) : String(part)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The caller answers 400, as for any other thing that is no command.
    return null
  }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_BODY_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function isEqual(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  // After a refused body the rest of it would be read as the next request.
  const close = status === 413 ? { connection: 'close' } : {}
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...close }).end(text)
}
