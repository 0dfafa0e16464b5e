import http from 'node:http'
import https from 'node:https'

export type JsonReply = { status: number; text: string }

/** Kept open for ten idle seconds, less than the other side keeps it: a connection per payment would cost more than the payment. */
const kept = { keepAlive: true, maxSockets: 64, timeout: 10_000 }
const plain = { request: http.request, agent: new http.Agent(kept) }
const secure = { request: https.request, agent: new https.Agent(kept) }

/**
 * One HTTP call with a JSON body, on a connection that is kept. Not `fetch`: Next wraps it, and its streams cost ten times as much for a
 * body of two hundred bytes. @throws what the socket says, or an abort after `timeoutMs`.
 */
export function callJson(url: string, { method, headers, body, timeoutMs }: JsonCall): Promise<JsonReply> {
  const { request, agent } = url.startsWith('https:') ? secure : plain
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
    const sent = request(url, { method, agent, headers: { ...headers, ...length }, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      const parts: string[] = []
      response.setEncoding('utf8')
      response.on('data', (part: string) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: parts.join('') }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export type JsonCall = { method: string; headers: Record<string, string>; body?: string; timeoutMs: number }
