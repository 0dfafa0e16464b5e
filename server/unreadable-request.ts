import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ErrorCode, errorTitle } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { problemAnswer } from './answer-instead'

type Reason = { status: number; phrase: string; code: ErrorCode; detail: string }

const unreadable: Reason = { status: 400, phrase: 'Bad Request', code: 'malformed', detail: 'This is no request of HTTP/1.1 that can be read.' }

const reasons: Readonly<Record<string, Reason>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    phrase: 'Request Header Fields Too Large',
    code: 'too_large',
    detail: 'The address and the headers of a request may have 16 kB together.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    phrase: 'Request Timeout',
    code: 'malformed',
    detail: 'The rest of the request did not arrive in time. Send it again.',
  },
}

/** What Node cannot read as a request gets a problem document like everything else (S1); there is only a connection then, and it ends. */
export function answerUnreadable(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!isAnswerable(error, socket)) return void socket.destroy()
    const { status, phrase, code, detail } = reasons[error.code ?? ''] ?? unreadable
    const requestId = newId()
    const { body } = problemAnswer(requestId, status, code, errorTitle[code], { detail })
    const head = [
      `HTTP/1.1 ${status} ${phrase}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      `X-Request-Id: ${requestId}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  })
}

/** As Node decides it: not when the caller has gone, nor in the middle of another answer on the same connection. */
function isAnswerable({ code }: NodeJS.ErrnoException, socket: Duplex & { _httpMessage?: { headersSent: boolean } | null }): boolean {
  return code !== 'ECONNRESET' && socket.writable && !socket._httpMessage?.headersSent
}
