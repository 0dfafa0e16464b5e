import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { signatureOf } from './signature'

/** One operation of an answer with status 206 (`OutgoingOp` of the SDK). */
export type Operation = {
  id: string
  op: string
  name?: string
  displayName?: string
  opts?: Record<string, unknown>
  data?: unknown
  error?: unknown
}

export type Answer =
  | { kind: 'finished'; output: unknown }
  | { kind: 'operations'; operations: Operation[]; isRetriable: boolean; retryAfter: string | null; version: string | null }
  | { kind: 'failed'; error: StepFailure; isRetriable: boolean; retryAfter: string | null }
  /** Nobody was there to take the call, or an instance without this function: it is made again later and does not count as an attempt. */
  | { kind: 'unreachable'; error: StepFailure }

export type StepFailure = { name: string; message: string; stack?: string }

export type Call = { method?: 'POST' | 'PUT'; url: string; body: unknown; signingKey: string | null; timeoutMs: number }

const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 200 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 200 }),
}

/** The server entry says so while it stops; the SDK itself never answers with these. */
const notNow = new Set([502, 503, 504])

/** Calls the app once. Every outcome is an answer; nothing is thrown. */
export async function callFunction(call: Call): Promise<Answer> {
  try {
    const { status, headers, text } = await send(call)
    if (notNow.has(status) && headers['x-inngest-req-version'] === undefined) {
      return { kind: 'unreachable', error: { name: 'Unreachable', message: `The app answers ${status}.` } }
    }
    const answer = answerOf(status, headers, text)
    return answer.kind === 'failed' && isElsewhere(answer.error) ? { kind: 'unreachable', error: answer.error } : answer
  } catch (error) {
    const failure = failureOf(error)
    return isRefused(error) ? { kind: 'unreachable', error: failure } : { kind: 'failed', error: failure, isRetriable: true, retryAfter: null }
  }
}

function answerOf(status: number, headers: Headers, text: string): Answer {
  const isRetriable = headers['x-inngest-no-retry'] !== 'true'
  const retryAfter = headers['retry-after'] ?? null
  if (status === 200) return { kind: 'finished', output: parsed(text) }
  if (status === 206) {
    const operations = parsed(text)
    if (Array.isArray(operations))
      return { kind: 'operations', operations, isRetriable, retryAfter, version: headers['x-inngest-req-version'] ?? null }
  }
  return { kind: 'failed', error: failureOf(parsed(text), status), isRetriable: isRetriable && status !== 400, retryAfter }
}

/** Errors as the SDK serialises them, and whatever else an app may answer with. */
export function failureOf(given: unknown, status?: number): StepFailure {
  if (given !== null && typeof given === 'object') {
    const { name, message, stack, error } = given as Record<string, unknown>
    const words = typeof message === 'string' ? message : typeof error === 'string' ? error : JSON.stringify(given)
    return { name: typeof name === 'string' ? name : 'Error', message: words, ...(typeof stack === 'string' && stack !== '' ? { stack } : {}) }
  }
  return { name: 'Error', message: status ? `The app answered ${status}: ${String(given).slice(0, 500)}` : String(given) }
}

type Headers = Record<string, string | undefined>

type Reply = { status: number; headers: Headers; text: string }

/** A kept connection may have been closed by the app at the very moment it was used; then the call never arrived. */
async function send(call: Call): Promise<Reply> {
  const first = sendOnce(call)
  try {
    return await first.reply
  } catch (error) {
    if (!first.request.reusedSocket || !isReset(error)) throw error
    return await sendOnce(call).reply
  }
}

/** `node:http`, because `fetch` gives up on a step after five minutes and costs twice as much. */
function sendOnce({ method = 'POST', url, body, signingKey, timeoutMs }: Call): { request: ClientRequest; reply: Promise<Reply> } {
  const address = new URL(url)
  const payload = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const isSecure = address.protocol === 'https:'
  const request = (isSecure ? httpsRequest : httpRequest)(address, {
    method,
    agent: isSecure ? agents['https:'] : agents['http:'],
    headers: {
      'content-type': 'application/json',
      'content-length': payload.length,
      'user-agent': 'highstreet-inngest-local',
      ...(signingKey ? { 'x-inngest-signature': signatureOf(body, signingKey) } : { 'x-inngest-server-kind': 'dev' }),
    },
    signal: AbortSignal.timeout(timeoutMs),
  })
  const reply = new Promise<Reply>((resolve, reject) => {
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const headers = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
        resolve({ status: response.statusCode ?? 0, headers, text: Buffer.concat(chunks).toString('utf8') })
      })
    })
  })
  request.end(payload)
  return { request, reply }
}

const isReset = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE')

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // An error page, for example.
    return text
  }
}

/** What the SDK says of a function that this instance does not serve: it is being deployed, or serves other queues. */
const isElsewhere = ({ message }: StepFailure) => /^Function ".*" was not found in this app/.test(message)

const isRefused = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN'].includes(String(error.code))
