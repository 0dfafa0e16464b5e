import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { REQUEST_ID_HEADER } from '@/lib/web/context'
import { problemResponse } from '@/lib/web/problem'

/** Addresses that no route has: clients of the API get a problem document, not a page. */
const unknown = (request: Request): Response =>
  problemResponse(new DomainError('not_found', { detail: 'There is nothing at this address.' }), request.headers.get(REQUEST_ID_HEADER) ?? newId())

export const GET = unknown
export const POST = unknown
export const PUT = unknown
export const PATCH = unknown
export const DELETE = unknown
