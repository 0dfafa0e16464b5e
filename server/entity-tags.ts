import type { IncomingMessage, ServerResponse } from 'node:http'
import { isKnownTag } from '@/lib/core/entity-tags'

/**
 * Answers 304 to a browser that already has this document (RFC 9110, section 13.1.2). The tag belongs to the document: what Next's
 * router asks for at the same address has other bytes and goes out without one.
 */
export function honourEntityTag({ method, headers }: IncomingMessage, response: ServerResponse): void {
  const known = headers['if-none-match']
  const isDocument = headers.rsc === undefined
  if ((method !== 'GET' && method !== 'HEAD') || (isDocument && known === undefined)) return
  const writeHead = response.writeHead.bind(response)
  const end = response.end.bind(response)
  response.writeHead = ((status: number, ...rest: []) => {
    const tag = response.getHeader('etag')
    if (!isDocument) response.removeHeader('etag')
    if (!isDocument || status !== 200 || typeof tag !== 'string' || known === undefined || !isKnownTag(known, tag)) return writeHead(status, ...rest)
    for (const name of ['content-type', 'content-length', 'content-encoding', 'transfer-encoding']) response.removeHeader(name)
    writeHead(304)
    end()
    // Writing after the end would be an error that nobody catches.
    response.write = () => true
    response.end = () => response
    return response
  }) as ServerResponse['writeHead']
}
