import type { ServerResponse } from 'node:http'
import { appUrl } from '@/lib/platform/env'

/** What goes out instead of Next's own answer; `type` is a problem document unless said otherwise. */
export type Answer = { status: number; body: string; type?: string; headers?: Record<string, string> }

/** Where `instead` has an answer for the status that is about to be sent, that goes out, and what follows from Next is dropped. */
export function answerInstead(response: ServerResponse, instead: (status: number) => Answer | null): void {
  const writeHead = response.writeHead.bind(response)
  const end = response.end.bind(response)
  response.writeHead = ((status: number, ...rest: []) => {
    const answer = instead(status)
    if (!answer) return writeHead(status, ...rest)
    for (const name of ['content-encoding', 'transfer-encoding', 'etag', 'vary']) response.removeHeader(name)
    writeHead(answer.status, {
      'Content-Type': answer.type ?? 'application/problem+json',
      'Content-Length': Buffer.byteLength(answer.body),
      'Cache-Control': 'no-store',
      ...answer.headers,
    })
    end(answer.body)
    // Writing after the end would be an error that nobody catches.
    response.write = () => true
    response.end = () => response
    return response
  }) as ServerResponse['writeHead']
}

/** A problem document (RFC 9457) of the entry itself. */
export const problemAnswer = (request_id: string, status: number, code: string, title: string, more: Record<string, unknown> = {}): Answer => ({
  status,
  body: JSON.stringify({ type: `${appUrl}/problems/${code}`, title, status, code, request_id, ...more }),
})
