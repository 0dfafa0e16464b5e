import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'
import { askRedis } from '@/lib/platform/redis/redis-door'
import { askLimiter } from './ask-limiter'
import { blockOf } from './blocked'
import { countExactly } from './count'
import { BLOCK_SECONDS, violations } from './policies'
import { bucketAt, forget, tallyOf, type Verdict } from './tallies'
import { writeBlockAlone } from './write-block'

/** `isOwnPage`: a page of the shop sent it, for somebody who sees what happens and clicks once more. */
export type Refused = { verdict: Verdict; address: string; isOwnPage: boolean; requestId: string }

/**
 * Counts a refusal, and holds it against the address when it was the address that asked too much: after ten within an hour it is blocked for
 * a day (R122, R123). A page sends many requests at once and people click again, so what comes from our own pages is held against an
 * address once in each window. What a person asked too much under their account is not held against the address that they share with
 * others; nor is anything while Redis is gone, when the limits are ours and not what we promise. Never throws: nobody who answers waits for it.
 */
export async function holdViolation({ verdict, address, isOwnPage, requestId }: Refused): Promise<void> {
  const { policy, key, isReduced } = verdict
  metrics.rateLimited.inc({ policy: policy.name })
  if (key !== address || isReduced || blockOf(address, Date.now())) return
  if (isOwnPage && isHeldAlready(verdict)) return
  logger.info({ requestId, policy: policy.name }, 'a limit was passed')
  try {
    await countViolation(address, policy.name, requestId)
  } catch (error) {
    logger.error({ err: error, requestId }, 'an address could not be blocked')
  }
}

function isHeldAlready({ policy, key, windows }: Verdict): boolean {
  const tally = tallyOf(policy, key)
  const bucket = bucketAt(windows.find(({ isOver }) => isOver) ?? { limit: 1, seconds: 60 }, Date.now())
  if (tally.heldIn === bucket) return true
  tally.heldIn = bucket
  return false
}

async function countViolation(address: string, policy: string, requestId: string): Promise<void> {
  const [counted] = await countExactly([{ policy: violations, key: address }])
  if (!counted || counted.isReduced) return
  const isFull = counted.windows.some(({ remaining }) => remaining === 0)
  const from = new Date()
  if (!isFull || blockOf(address, from.getTime())) return
  const limit = violations.windows[0]?.limit ?? 1
  const until = new Date(from.getTime() + BLOCK_SECONDS * 1000)
  metrics.addressesBlocked.inc({ reason: 'rate_limits' })
  logger.warn({ requestId, address, policy, until }, 'an address is blocked')
  await Promise.all([writeBlockAlone({ key: address, from, until, reason: 'rate_limits', violations: limit, policy }), startAnew(address)])
}

/** Whoever is let in again before the time is up has as many refusals before them as everybody. */
async function startAnew(address: string): Promise<void> {
  forget(tallyOf(violations, address))
  const rate = -Math.max(...violations.windows.map(({ limit }) => limit))
  await askRedis('api', (redis) => askLimiter(redis, [{ policy: violations, key: address, rate }]))
}
