import { newId } from '@/lib/core/ids'
import { REQUEST_ID_HEADER } from './context'
import { readBytes } from './input'
import { problemResponse } from './problem'

type Handle = (rawBody: string, headers: Headers) => Promise<string>

/** A provider's webhook: the raw body is what is signed. 200 when it is dealt with; anything else makes the provider send it again. */
export function webhookRoute(handle: Handle): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = request.headers.get(REQUEST_ID_HEADER) ?? newId()
    try {
      const rawBody = new TextDecoder().decode(await readBytes(request))
      const effect = await handle(rawBody, request.headers)
      return Response.json({ received: true, effect }, { headers: { 'cache-control': 'no-store', 'x-request-id': requestId } })
    } catch (error) {
      return problemResponse(error, requestId)
    }
  }
}
