import { askRedis, isRedisConfigured } from '@/lib/platform/redis/redis-door'
import { askLimiter } from './ask-limiter'
import { learn, type Tally, takePending, unsettled } from './tallies'

const SETTLE_EVERY_MS = 250
const MOST_AT_ONCE = 500
/** What is not told yet stays below this part of the smallest limit: each call for an address costs, and one request in six hundred tells nobody anything. */
const UNTOLD_SHARE = 1 / 50

let timer: NodeJS.Timeout | undefined

/** Redis hears of it with the next turn, once it is enough to matter. */
export function settleLater(tally: Tally): void {
  if (tally.pending < tally.smallestLimit * UNTOLD_SHARE || !isRedisConfigured('api')) return
  unsettled.add(tally)
  if (timer === undefined) timer = setInterval(() => void settle(), SETTLE_EVERY_MS).unref()
}

/**
 * Tells Redis in one call what was counted here, and learns what the other instances counted. What cannot be told is lost to them: that is
 * the error which `policies.ts` speaks of.
 * @public Tests take it from a fresh copy of this module, which knip does not see.
 */
export async function settle(): Promise<void> {
  const tallies = [...unsettled].slice(0, MOST_AT_ONCE)
  if (tallies.length === 0) return
  const entries = tallies.map((tally) => ({ ...tally, rate: takePending(tally) }))
  const answer = await askRedis('api', (redis) => askLimiter(redis, entries))
  if (!answer.answered) return
  const now = Date.now()
  tallies.forEach((tally, at) => {
    const remaining = answer.value[at]?.map((window) => window.remaining) ?? []
    learn(tally, remaining, now)
  })
}
