import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readCookie } from '@/lib/platform/auth/cookies'
import { readSessionCookie, readSignedSessionToken, SESSION_COOKIE } from '@/lib/platform/auth/session-cookie'
import { metrics } from '@/lib/platform/metrics/metrics'
import { type Block, blockOf } from '@/lib/platform/rate-limit/blocked'
import { standingOf } from '@/lib/platform/rate-limit/caller-address'
import { countHere, shareHere } from '@/lib/platform/rate-limit/count'
import { holdViolation } from '@/lib/platform/rate-limit/hold-violation'
import { limitHeaders } from '@/lib/platform/rate-limit/limit-headers'
import { type Policy, policies } from '@/lib/platform/rate-limit/policies'
import { type Tally, tallyOf, verdictHere } from '@/lib/platform/rate-limit/tallies'
import { COUNTED_HEADER, refusalBy } from '@/lib/web/limits'
import { isFromOwnPage } from '@/lib/web/origin'
import { addressOf } from './answers/address'
import { clientAddress } from './incoming'
import { refuseWith } from './refuse-with'

/** True when the request was refused here, before anything else is done about it. */
export type RefusesEarly = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * The limits that need no database and no Redis: whether the address is blocked, and how much it asks for. Nothing here waits. `keepsAnswers`:
 * public reads come from memory, so that they are counted here as well; otherwise their routes count them.
 */
export function createLimits({ keepsAnswers }: { keepsAnswers: boolean }): RefusesEarly {
  return (request, response) => {
    const { headers, url = '/' } = request
    if (headers[COUNTED_HEADER] !== undefined) delete headers[COUNTED_HEADER]
    const { key, isExempt } = standingOf(clientAddress(request))
    if (isExempt || machines.test(url)) return false
    const now = Date.now()
    const block = blockOf(key, now)
    if (block && !(block.sparesSignedIn && (isSignedIn(request) || wayIn.test(url)))) return refuseBlocked(request, response, block, now)
    if (files.test(url)) return false

    const isOwnPage = !url.startsWith('/api/v1/') || isFromOwnPage(headers)
    const all = tallyOf(policies.shop, key)
    if (!countHere(all, now)) return refuseLimited(request, response, { tally: all, now, isOwnPage })
    if (isOwnPage) headers[COUNTED_HEADER] = 'shop'
    else if (keepsAnswers && addressOf(request)) return refusesRead(policies.anonymous, key, request, response, now)
    return false
  }
}

/** Health checks, scrapers, the executor of jobs and payment providers have ways of their own to say who they are. */
const machines = /^\/api\/(?:health|metrics|webhooks|inngest|monitoring)(?:[/?]|$)/

/** Files whose name changes with their content: one page has dozens, and browsers ask for each once. */
const files = /^\/(?:_next\/static|media)\/|^\/(?:favicon\.ico|icon\.svg|apple-icon\.png)(?:\?|$)/

/** Whoever has an account gets in at an address that others got blocked: also the administrator who would set a limit right again. */
const wayIn = /^\/(?:sign-in(?:\?|$)|_next\/static\/)/

/** Somebody who signed in here once; whether the session still holds is for later. No query, and only asked about blocked addresses. */
function isSignedIn({ headers }: IncomingMessage): boolean {
  const { authorization, cookie } = headers
  if (authorization !== undefined) return readSignedSessionToken(authorization.replace(/^Bearer +/i, '')) !== null
  return cookie !== undefined && readSessionCookie(readCookie(cookie, SESSION_COOKIE) ?? '') !== null
}

/** Counts a program's read of something public, and tells it what is left. */
function refusesRead(policy: Policy, key: string, request: IncomingMessage, response: ServerResponse, now: number): boolean {
  const tally = tallyOf(policy, key)
  if (!countHere(tally, now)) return refuseLimited(request, response, { tally, now, isOwnPage: false })
  request.headers[COUNTED_HEADER] = 'anonymous'
  for (const [name, value] of Object.entries(limitHeaders([verdictHere(tally, true, now, shareHere())]))) response.setHeader(name, value)
  return false
}

type Refused = { tally: Tally; now: number; isOwnPage: boolean }

function refuseLimited(request: IncomingMessage, response: ServerResponse, { tally, now, isOwnPage }: Refused): true {
  const requestId = randomUUID()
  const verdict = verdictHere(tally, false, now, shareHere())
  void holdViolation({ verdict, address: tally.key, isOwnPage, requestId })
  const refusal = refusalBy([verdict])
  refuseWith(request, response, {
    requestId,
    code: 'rate_limited',
    detail: refusal?.options.detail ?? '',
    retryAfterSeconds: refusal?.options.retryAfterSeconds ?? 1,
    extra: refusal?.options.extra,
    headers: limitHeaders([verdict]),
  })
  return true
}

function refuseBlocked(request: IncomingMessage, response: ServerResponse, { untilMs, sparesSignedIn }: Block, now: number): true {
  metrics.blockedRequests.inc()
  const retryAfterSeconds = Math.max(1, Math.ceil((untilMs - now) / 1000))
  const hours = Math.ceil(retryAfterSeconds / 3600)
  refuseWith(request, response, {
    requestId: randomUUID(),
    code: 'address_blocked',
    detail: `Too many requests came from your network address, so it gets no answers for ${hours === 1 ? 'up to an hour' : `about ${hours} hours`}.${sparesSignedIn ? ' If you have an account, you can still sign in.' : ''}`,
    retryAfterSeconds,
  })
  return true
}
