import { createServer, type IncomingMessage, type Server } from 'node:http'
import { ZodError } from 'zod'
import { acceptEvents } from './accept-events'
import { answerAdmin } from './admin'
import type { MovableClock } from './clock'
import { parseFunction, Refusal, Registration, refuseUnequalLimits } from './config'
import { planSchedules } from './due'
import { readEvents } from './events'
import type { RunningExecutor } from './executor'
import { storeFunctions } from './functions'
import { isSameSecret, tokenOf } from './signature'
import { inTransaction } from './store'

export type ServerOptions = {
  executor: RunningExecutor
  /** The key in the path under which events are accepted. */
  eventKey: string
  /** Who registers functions proves that it knows this key. */
  signingKey: string | null
  /** For the dashboard. */
  adminToken: string
  /** Events are taken once the app said which functions there are: before that they would begin nothing. */
  isAppKnown: () => boolean
  /** Lets `POST /admin/clock` move the time; tests only. */
  clock?: MovableClock
  report?: (words: string) => void
}

export type Reply = { status: number; json: unknown }

const MAX_BYTES = 4_000_000

/** The HTTP side: what the SDK calls (`/e/{key}`, `/fn/register`), and what the dashboard does (`/admin`). For loopback only. */
export function createExecutorServer(options: ServerOptions): Server {
  const server = createServer(async (request, response) => {
    const reply = await answer(request, options).catch((error: unknown) => failure(error, options))
    response.writeHead(reply.status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(reply.json))
  })
  // Longer than the shop keeps an idle connection, so that it never sends into a closing one.
  server.keepAliveTimeout = 75_000
  return server
}

async function answer(request: IncomingMessage, options: ServerOptions): Promise<Reply> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const [, area = '', ...rest] = pathname.split('/')
  if (request.method === 'GET' && area === 'health') return { status: 200, json: { status: 'ok' } }
  if (request.method === 'POST' && area === 'e') return takeEvents(request, decodeURIComponent(rest[0] ?? ''), options)
  if (request.method === 'POST' && pathname === '/fn/register') return register(request, options)
  if (area !== 'admin') return { status: 404, json: { error: 'There is nothing at this address.' } }
  if (!isSameSecret(bearerOf(request), options.adminToken)) return { status: 401, json: { error: 'The token is missing or wrong.' } }
  return answerAdmin(options, { method: request.method ?? 'GET', path: rest, query: searchParams, body: await readJson(request) })
}

async function takeEvents(request: IncomingMessage, key: string, { executor, eventKey, isAppKnown }: ServerOptions): Promise<Reply> {
  if (!isSameSecret(key, eventKey)) return { status: 401, json: { ids: [], status: 401, error: 'The event key is wrong.' } }
  if (!isAppKnown()) return { status: 503, json: { ids: [], status: 503, error: 'The app has not registered its functions yet.' } }
  const seed = request.headers['x-inngest-event-id-seed']
  const events = readEvents(await readJson(request), typeof seed === 'string' ? seed : undefined, executor.clock.now())
  await inTransaction(executor.durable, (tx) => acceptEvents(tx, executor, events))
  executor.wake()
  return { status: 200, json: { ids: events.map(({ id }) => id), status: 200 } }
}

async function register(request: IncomingMessage, { executor, signingKey }: ServerOptions): Promise<Reply> {
  if (signingKey && !isSameSecret(bearerOf(request), tokenOf(signingKey))) {
    return { status: 401, json: { status: 401, error: 'The signing key is wrong.' } }
  }
  const { appName, functions } = Registration.parse(await readJson(request))
  const parsed = functions.map(parseFunction)
  refuseUnequalLimits(parsed)
  const known = parsed.map(({ id, steps }, index) => ({ id, url: steps.step.runtime.url, config: functions[index] }))
  await storeFunctions(executor.durable, appName, known, new Date(executor.clock.now()))
  await planSchedules(executor)
  executor.wake()
  return { status: 200, json: { ok: true, status: 200, modified: true } }
}

function failure(error: unknown, { report }: ServerOptions): Reply {
  if (error instanceof Refusal || error instanceof ZodError || error instanceof SyntaxError) {
    return { status: 400, json: { ids: [], status: 400, error: error.message } }
  }
  report?.(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return { status: 500, json: { ids: [], status: 500, error: 'The local executor has a problem; its log says which.' } }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new Refusal(`The body is larger than ${MAX_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return size === 0 ? null : JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const bearerOf = (request: IncomingMessage) => (request.headers.authorization ?? '').replace(/^Bearer /, '')
