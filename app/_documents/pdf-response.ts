import { Readable } from 'node:stream'

/** A document as a browser shows it, under the name it is kept by. Personal: nothing on the way may keep it. */
export function pdfResponse(pdf: NodeJS.ReadableStream, name: string, requestId: string): Response {
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${name}.pdf"`,
    'cache-control': 'private, no-store',
    'x-request-id': requestId,
  }
  return new Response(Readable.toWeb(Readable.from(pdf)) as ReadableStream, { headers })
}
