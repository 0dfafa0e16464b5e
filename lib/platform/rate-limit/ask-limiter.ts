import { Ratelimit } from '@upstash/ratelimit'
import type { Redis } from '@upstash/redis'
import { REDIS_DEADLINE_MS, redisKey } from '@/lib/platform/redis/redis-door'
import { RedisGone } from '@/lib/platform/redis/rest-requester'
import type { Policy, Window } from './policies'

/** `rate` is how many to count; a negative one gives back. */
export type Entry = { policy: Policy; key: string; rate: number }

/** What Redis says of each window of an entry, in their order. */
export type WindowAnswer = { isAllowed: boolean; remaining: number; resetAt: number }

/** Counts all windows of all entries. One HTTP request: commands that are issued in the same turn travel together. */
export function askLimiter(redis: Redis, entries: Entry[]): Promise<WindowAnswer[][]> {
  return Promise.all(entries.map((entry) => Promise.all(limitersOf(redis, entry.policy).map((limiter) => ask(limiter, entry)))))
}

async function ask(limiter: Ratelimit, { key, rate }: Entry): Promise<WindowAnswer> {
  const { success, remaining, reset, reason } = await limiter.limit(key, { rate })
  // It says "allowed" then, and the door would take that for an answer.
  if (reason === 'timeout') throw new RedisGone('too late')
  return { isAllowed: success, remaining, resetAt: reset }
}

const known = new WeakMap<Redis, { pipelined: Redis; limiters: Map<string, Ratelimit> }>()

function limitersOf(redis: Redis, { name, windows }: Policy): Ratelimit[] {
  // biome-ignore lint/complexity/useLiteralKeys: it is protected, but the client does the same by default when it makes its own requester.
  const { pipelined, limiters } = known.get(redis) ?? { pipelined: redis['autoPipeline'](), limiters: new Map<string, Ratelimit>() }
  known.set(redis, { pipelined, limiters })
  return windows.map((window) => {
    const prefix = redisKey('api', `${name}:${window.seconds}`)
    const limiter = limiters.get(prefix) ?? limiterOf(pipelined, window, prefix)
    limiters.set(prefix, limiter)
    return limiter
  })
}

/** The cache of refusals is off: it would hold one to the end of its window, although the window slides. */
const limiterOf = (redis: Redis, { limit, seconds }: Window, prefix: string) =>
  new Ratelimit({
    redis,
    limiter: Ratelimit.slidingWindow(limit, `${seconds} s`),
    prefix,
    // As long as the door waits. The library itself would wait 5 s and then let everything through.
    timeout: REDIS_DEADLINE_MS,
    ephemeralCache: false,
    enableTelemetry: false,
  })
