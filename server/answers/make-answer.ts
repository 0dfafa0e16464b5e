import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { finished } from 'node:stream/promises'
import { createRequestResponseMocks } from 'next/dist/server/lib/mock-request.js'
import { type AnswerReport, withReport } from '@/lib/platform/cache/answer-report'
import { appUrl } from '@/lib/platform/env'
import type { AnswerAddress } from './address'

/** An answer of Next, whole, not compressed, and what it depends on; `tags` is null when it may not be kept, as when it is past its time. */
export type MadeAnswer = { status: number; headers: Headers; body: Buffer } & AnswerReport

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>

const host = new URL(appUrl).host

/**
 * Asks Next with a request that consists of the address and of nothing else that could get into the body. The mocks are those with
 * which Next renders pages anew by itself; `identity` (request id, caller's address) is for logs.
 */
export async function makeAnswer(handle: Handle, address: AnswerAddress, identity: Record<string, string>): Promise<MadeAnswer> {
  const chunks: Buffer[] = []
  const { req, res } = createRequestResponseMocks({
    url: address.url,
    method: 'GET',
    headers: { ...identity, ...address.headers, host },
    resWriter: (chunk: Uint8Array | string) => chunks.push(Buffer.from(chunk)) > 0,
  })
  const report: AnswerReport = { tags: null, madeAt: Date.now(), isOld: false }
  // Next's mocks have what its handler uses, not the whole interface.
  const answering = withReport(report, () => handle(req as unknown as IncomingMessage, res as unknown as ServerResponse))
  await Promise.all([answering, finished(res)])
  return { status: res.statusCode, headers: headersOf(res), body: Buffer.concat(chunks), ...report }
}

function headersOf(res: { getHeaders(): OutgoingHttpHeaders }): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(res.getHeaders())) {
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, name === 'location' ? onlyOnce(String(one)) : String(one))
  }
  return headers
}

/** Next says the address of a page that leads on twice when it has just made it; its mocks join the two. */
const onlyOnce = (location: string): string => location.split(', ')[0] ?? location
