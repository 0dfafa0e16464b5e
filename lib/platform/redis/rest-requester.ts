import http from 'node:http'
import https from 'node:https'
import { errors, type Redis } from '@upstash/redis'

type Requester = Extract<ConstructorParameters<typeof Redis>[0], { request: unknown }>

/** Redis could not be reached, did not answer in time, or does not let us in. */
export class RedisGone extends Error {
  override name = 'RedisGone'
}

/** More would only wait: Redis answers one after another anyway. */
const MOST_CONNECTIONS = 32

/**
 * How the client of Upstash sends what it has to say: over connections that stay open (R108), once and not again, without telling
 * anybody what we run on, and never longer than `deadlineMs`. Its own way is `fetch`, which Next replaces in whatever it renders.
 */
export function createRestRequester({ url, token, deadlineMs }: { url: string; token: string; deadlineMs: number }): Requester {
  const base = url.replace(/\/$/, '')
  const client = base.startsWith('https:') ? https : http
  const agent = new client.Agent({ keepAlive: true, keepAliveMsecs: 15_000, maxSockets: MOST_CONNECTIONS, maxFreeSockets: MOST_CONNECTIONS })

  async function request<T>({ path = [], body }: { path?: string[]; body?: unknown }): Promise<T> {
    const { status, text } = await send([base, ...path].join('/'), JSON.stringify(body))
    const answer = parsed(text)
    if (status === 200 && answer !== null) return answer as T
    const reason = (answer as { error?: string } | null)?.error ?? 'no JSON'
    // Only 400 is about the command: a wrong token, a full quota or a proxy's page are no Redis for us.
    throw status === 400 ? new errors.UpstashError(reason) : new RedisGone(`${status}: ${reason}`.slice(0, 200))
  }

  function send(address: string, body: string): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const outgoing = client.request(address, { method: 'POST', agent, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', fail)
        response.on('end', () => {
          clearTimeout(deadline)
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() })
        })
      })
      const deadline = setTimeout(() => outgoing.destroy(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs)
      outgoing.on('error', fail)
      outgoing.end(body)

      function fail(error: Error): void {
        clearTimeout(deadline)
        reject(new RedisGone(error.message || 'no connection', { cause: error }))
      }
    })
  }

  return { request: request as Requester['request'] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A page of a proxy in between: the caller says so.
    return null
  }
}
