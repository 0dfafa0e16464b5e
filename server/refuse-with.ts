import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ErrorCode, errorStatus, errorTitle } from '@/lib/core/errors'
import { metrics } from '@/lib/platform/metrics/metrics'
import { problemAnswer } from './answer-instead'

type Refusal = {
  requestId: string
  code: ErrorCode
  /** A sentence for the person. */
  detail: string
  retryAfterSeconds: number
  extra?: Record<string, unknown>
  headers?: Record<string, string>
}

/** Refuses before anything was read: with a problem document, and with a page to a browser that wants to show one. */
export function refuseWith(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const { requestId, code, detail, retryAfterSeconds, extra = {}, headers = {} } = refusal
  const wantsPage = request.headers.rsc === undefined && !request.url?.startsWith('/api/') && request.headers.accept?.includes('text/html')
  const { body } = problemAnswer(requestId, errorStatus[code], code, errorTitle[code], { detail, ...extra })
  const [type, text] = wantsPage ? ['text/html; charset=utf-8', pageOf(errorTitle[code], detail, requestId)] : ['application/problem+json', body]
  metrics.problems.inc({ code })
  // What is still on its way is read and dropped: closing now would reset the connection before the sender has seen the answer.
  request.resume()
  response.writeHead(errorStatus[code], {
    'X-Request-Id': requestId,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'Retry-After': String(retryAfterSeconds),
    ...(wantsPage ? { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'", 'X-Content-Type-Options': 'nosniff' } : {}),
    ...headers,
  })
  response.end(request.method === 'HEAD' ? undefined : text)
}

/** It needs nothing else from the shop: a blocked address gets no style sheet either. Nothing in it comes from the request. */
const pageOf = (title: string, detail: string, requestId: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
:root { color-scheme: light dark }
body { margin: 15vh auto; max-width: 34rem; padding: 0 1.5rem; font: 1.0625rem/1.6 system-ui, sans-serif }
small { opacity: .75; overflow-wrap: anywhere }
</style>
<main>
<h1>${title}</h1>
<p>${detail}</p>
<p><small>If you write to us about it, tell us this number: ${requestId}</small></p>
</main>
</html>
`
