import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { REQUEST_ID_HEADER } from './context'
import { readBytes } from './input'
import { problemResponse } from './problem'

type Handler = (request: Request) => Promise<Response>

/**
 * A call of Inngest, answered by its SDK. Whoever else calls gets a problem document: the SDK checks the signature (401), but what it
 * cannot read at all it would answer with 500. `isOn` is false in a shop without Inngest, where there is nothing to call.
 */
export function jobsRoute(isOn: boolean, handle: (request: Request) => Promise<Response>): Handler {
  return async (request) => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
    try {
      if (!isOn) throw new DomainError('not_found')
      const answer = await handle(await readable(request))
      if (answer.status === 401) throw new DomainError('unauthenticated', { detail: 'Only Inngest calls this address, and signs what it sends.' })
      return answer
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}

/** The request with a body that was read within the limits and is JSON, or empty. */
async function readable(request: Request): Promise<Request> {
  if (request.method === 'GET') return request
  const body = new TextDecoder().decode(await readBytes(request))
  if (body !== '' && !isJson(body)) throw new DomainError('malformed', { detail: 'The body is not valid JSON.' })
  return new Request(request.url, { method: request.method, headers: request.headers, body })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
