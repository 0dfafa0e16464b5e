import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'
import type { Window } from '@/lib/core/request-limits'
import { redisKey } from '@/lib/platform/redis/redis-door'
import type { Policy } from './policies'

/** `rate` is how many to count; a negative one gives back. */
export type Entry = { policy: Policy; key: string; rate: number }

/** What Redis says of each window of an entry, in their order. */
export type WindowAnswer = { isAllowed: boolean; remaining: number }

/** Counts all windows of all entries. One HTTP request: commands that are issued in the same turn travel together. */
export function askLimiter(redis: Redis, entries: Entry[]): Promise<WindowAnswer[][]> {
  return Promise.all(entries.map((entry) => Promise.all(limitersOf(redis, entry.policy).map((limiter) => ask(limiter, entry)))))
}

async function ask(limiter: Ratelimit, { key, rate }: Entry): Promise<WindowAnswer> {
  const { success, remaining } = await limiter.limit(key, { rate })
  return { isAllowed: success, remaining }
}

type Limiter = { ratelimit: Ratelimit; limit: number }

const known = new WeakMap<Redis, { pipelined: Redis; limiters: Map<string, Limiter> }>()

function limitersOf(redis: Redis, { name, windows }: Policy): Ratelimit[] {
  // biome-ignore lint/complexity/useLiteralKeys: it is protected, but the client does the same by default when it makes its own requester.
  const { pipelined, limiters } = known.get(redis) ?? { pipelined: redis['autoPipeline'](), limiters: new Map<string, Limiter>() }
  known.set(redis, { pipelined, limiters })
  return windows.map((window) => {
    const prefix = redisKey('api', `${name}:${window.seconds}`)
    const before = limiters.get(prefix)
    // Another limit goes on from what is counted: the keys are those of the window's length.
    if (before?.limit === window.limit) return before.ratelimit
    const ratelimit = limiterOf(pipelined, window, prefix)
    limiters.set(prefix, { ratelimit, limit: window.limit })
    return ratelimit
  })
}

/** The cache of refusals is off: it would hold one to the end of its window, although the window slides. */
const limiterOf = (redis: Redis, { limit, seconds }: Window, prefix: string) =>
  new Ratelimit({
    redis,
    limiter: Ratelimit.slidingWindow(limit, `${seconds} s`),
    prefix,
    // The door waits 150 ms, over all of it. After a time of its own (5 s unless told otherwise) the library says "allowed".
    timeout: 0,
    ephemeralCache: false,
    enableTelemetry: false,
  })
