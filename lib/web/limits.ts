import type { Actor, Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { standingOf } from '@/lib/platform/rate-limit/caller-address'
import { countExactly, type Wanted } from '@/lib/platform/rate-limit/count'
import { holdViolation } from '@/lib/platform/rate-limit/hold-violation'
import { retryAfterOf, violatedBy } from '@/lib/platform/rate-limit/limit-headers'
import { type PolicyName, policies } from '@/lib/platform/rate-limit/policies'
import type { Verdict } from '@/lib/platform/rate-limit/tallies'

/** Set by the server entry, which alone decides it: what it has counted this request as. A caller's own value never survives. */
export const COUNTED_HEADER = 'x-hs-counted'

export type Asking = {
  actor: Actor
  clientAddress: string
  requestId: string
  /** `shop`: one of our pages asks. `anonymous`: a program, for what the entry keeps. `null`: a program, not counted as one yet. */
  countedAs: string | null
  isWrite: boolean
  limit?: PolicyName
}

/** Counts a request under all limits that hold for it, before it runs, in one call to Redis. Empty when none does. */
export async function countRequest(asking: Asking): Promise<Verdict[]> {
  const { key: address, isExempt } = standingOf(asking.clientAddress)
  if (isExempt) return []
  const who = asking.actor.kind === 'user' ? `user:${asking.actor.userId}` : address
  const wanted = policiesFor(asking).map((name): Wanted => ({ policy: policies[name], key: who }))
  if (wanted.length === 0) return []
  const verdicts = await countExactly(wanted)
  const isOwnPage = asking.countedAs === 'shop'
  for (const verdict of verdicts) if (!verdict.isAllowed) void holdViolation({ verdict, address, isOwnPage, requestId: asking.requestId })
  return verdicts
}

/** The limit that a route names holds whoever asks. Beside it there is one for programs, and one for what people change. */
function policiesFor({ actor, countedAs, isWrite, limit }: Asking): PolicyName[] {
  const named: PolicyName[] = limit ? [limit] : []
  if (countedAs === null) return [actor.kind === 'user' ? 'signed_in' : 'anonymous', ...named]
  return countedAs === 'shop' && isWrite && !limit ? ['writes'] : named
}

/** For a handler that reads and is no `route()`, after it knows who asks. @throws rate_limited */
export async function requireWithinLimits(headers: Headers, { actor, clientAddress, requestId }: Ctx): Promise<void> {
  const refusal = refusalBy(await countRequest({ actor, clientAddress, requestId, countedAs: headers.get(COUNTED_HEADER), isWrite: false }))
  if (refusal) throw refusal
}

/** What refuses this request; null when all limits let it through. */
export function refusalBy(verdicts: Verdict[]): DomainError | null {
  const refusing = verdicts.filter(({ isAllowed }) => !isAllowed)
  if (refusing.length === 0) return null
  const retryAfterSeconds = retryAfterOf(refusing)
  return new DomainError('rate_limited', {
    detail: `That was too much in a short time. Please try again in ${inWords(retryAfterSeconds)}.`,
    retryAfterSeconds,
    extra: { violated_policies: violatedBy(refusing) },
  })
}

function inWords(seconds: number): string {
  if (seconds <= 90) return seconds === 1 ? 'a second' : `${seconds} seconds`
  const minutes = Math.ceil(seconds / 60)
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`
}
