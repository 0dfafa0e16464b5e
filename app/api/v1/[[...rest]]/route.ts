import { DomainError } from '@/lib/core/errors'
import { REQUEST_ID_HEADER } from '@/lib/web/context'
import { problemResponse } from '@/lib/web/problem'

/** Every address under /api/v1 that no route answers: a problem document, whatever the method. */
function notFound(request: Request): Response {
  const error = new DomainError('not_found', { detail: 'There is nothing at this address. /api/v1/openapi.json lists what there is.' })
  return problemResponse(error, request.headers.get(REQUEST_ID_HEADER) ?? crypto.randomUUID())
}

export { notFound as DELETE, notFound as GET, notFound as HEAD, notFound as OPTIONS, notFound as PATCH, notFound as POST, notFound as PUT }
