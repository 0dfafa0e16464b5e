import { sqlState } from '@/db/transaction'
import { DomainError, errorTitle, isDomainError } from '@/lib/core/errors'
import { appUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'

/** A problem document (RFC 9457) with our stable `code`, the request id, and a JSON pointer per wrong field. */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  request_id: string
  errors?: { pointer: string; detail: string }[]
  [extra: string]: unknown
}

export function problemOf(error: DomainError, requestId: string): Problem {
  const { detail, errors, extra } = error.options
  return {
    type: `${appUrl}/problems/${error.code}`,
    title: errorTitle[error.code],
    status: error.status,
    code: error.code,
    ...(detail ? { detail } : {}),
    request_id: requestId,
    ...(errors ? { errors } : {}),
    ...extra,
  }
}

/** Any thrown value as an answer to `url`: what a person caused with its code, a bug as 500 without a word of its inside. */
export function problemResponse(thrown: unknown, requestId: string, url?: string): Response {
  const error = asDomainError(thrown)
  noteProblem(error, thrown, requestId)
  if (!error) {
    return respond({
      type: `${appUrl}/problems/internal`,
      title: 'Something went wrong on our side',
      status: 500,
      code: 'internal',
      request_id: requestId,
    })
  }
  const { retryAfterSeconds, movedTo } = error.options
  return respond(problemOf(error, requestId), {
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
    ...(movedTo && url !== undefined && { location: locationOf(url, movedTo) }),
  })
}

/** The same address and query, with what is now in the place of what was asked for. */
function locationOf(url: string, { from, to }: { from: string; to: string }): string {
  const { pathname, search } = new URL(url)
  return pathname.replace(`/${encodeURIComponent(from)}`, `/${encodeURIComponent(to)}`) + search
}

/** Counts each refusal and failure, and writes a line for those that somebody who runs a shop would look for (O2). */
export function noteProblem(error: DomainError | null, thrown: unknown, requestId: string): void {
  metrics.problems.inc({ code: error?.code ?? 'internal' })
  if (!error) logger.error({ err: thrown, requestId }, 'unexpected error')
  else if (error.status >= 500) logger.warn({ requestId, code: error.code, err: error.options.cause }, 'unavailable')
  else if (lostSales.has(error.status)) logger.info({ requestId, code: error.code }, 'refused')
}

/** Declined, sold out, changed meanwhile, too many: not faults, but each is a purchase that did not go through. */
const lostSales = new Set([402, 409, 412, 429])

function respond(problem: Problem, more: Record<string, string> = {}): Response {
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', 'x-request-id': problem.request_id, ...more }
  return new Response(JSON.stringify(problem), { status: problem.status, headers })
}

/** Postgres refuses some input that the schemas let through (class 22), and a statement may run out of time. */
export function asDomainError(thrown: unknown): DomainError | null {
  // Drizzle wraps what the connection threw.
  for (let cause = thrown; cause instanceof Error; cause = cause.cause) if (isDomainError(cause)) return cause
  const state = sqlState(thrown)
  if (state?.startsWith('22')) return new DomainError('invalid_input', { detail: 'A value in the request cannot be stored.', cause: thrown })
  if (state === '57014')
    return new DomainError('unavailable', { detail: 'This took too long. Please try again in a moment.', retryAfterSeconds: 2, cause: thrown })
  return null
}
