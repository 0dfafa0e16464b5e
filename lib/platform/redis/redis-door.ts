import { errors, Redis } from '@upstash/redis'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'
import { createCircuitBreaker } from './circuit-breaker'
import { createRestRequester, RedisGone } from './rest-requester'

/** What Redis is used for: each has a prefix, and may have a database of its own (R106). */
export type RedisUse = 'cache' | 'session' | 'api'

export type RedisAnswer<T> = { answered: true; value: T } | { answered: false }

export type RedisDoor = {
  ask<T>(use: RedisUse, work: (redis: Redis) => Promise<T>): Promise<RedisAnswer<T>>
  /** True while the circuit breaker is open. */
  isGone(): boolean
}

type Options = { url: string; token: string; deadlineMs?: number; probeEveryMs?: number }

/** No request waits longer on Redis, whatever it is doing (P10). */
const DEADLINE_MS = 150
const FAILURES_TO_OPEN = 5
const PROBE_EVERY_MS = 2_000

/**
 * The only way to Redis, which holds nothing but what can be lost: whoever asks has to have an answer for `{ answered: false }`. That is the
 * answer when Redis is not configured, gone, slow or unwilling, after 150 ms at the latest and at once while the circuit breaker is open.
 * The whole of `work` has to fit into that time: send several commands as one pipeline. Keys begin with `redisKey(use, …)`.
 * @throws only what `work` itself does wrong.
 */
export async function askRedis<T>(use: RedisUse, work: (redis: Redis) => Promise<T>): Promise<RedisAnswer<T>> {
  const door = doorFor(use)
  return door ? door.ask(use, work) : { answered: false }
}

/** A key in the name space of its use. */
export const redisKey = (use: RedisUse, name: string): string => `${use}:${name}`

/** False for a shop that has no Redis at all. */
export const isRedisConfigured = (use: RedisUse): boolean => doorFor(use) !== undefined

/** True while nothing speaks against asking: Redis is configured and was not found to be gone. */
export function isRedisThere(use: RedisUse): boolean {
  const door = doorFor(use)
  return door !== undefined && !door.isGone()
}

const addresses: Record<RedisUse, { url: string | undefined; token: string | undefined }> = {
  cache: { url: env.CACHE_REDIS_REST_URL, token: env.CACHE_REDIS_REST_TOKEN },
  session: { url: env.SESSION_REDIS_REST_URL, token: env.SESSION_REDIS_REST_TOKEN },
  api: { url: env.API_REDIS_REST_URL, token: env.API_REDIS_REST_TOKEN },
}

const shared = globalThis as typeof globalThis & { highstreetRedisDoors?: Map<string, RedisDoor> }
shared.highstreetRedisDoors ??= new Map()
/** One per database and process, whatever bundle asks. */
const doors = shared.highstreetRedisDoors

function doorFor(use: RedisUse): RedisDoor | undefined {
  const { url = env.UPSTASH_REDIS_REST_URL, token = env.UPSTASH_REDIS_REST_TOKEN } = addresses[use]
  if (!url || !token) return undefined
  const known = doors.get(url)
  if (known) return known
  const door = createRedisDoor({ url, token })
  doors.set(url, door)
  return door
}

/** A door of one's own, for tests; the others have it from `askRedis`. */
export function createRedisDoor({ url, token, deadlineMs = DEADLINE_MS, probeEveryMs = PROBE_EVERY_MS }: Options): RedisDoor {
  const redis = new Redis(createRestRequester({ url, token, deadlineMs }))
  const database = new URL(url).host
  metrics.redisOpen.set({ database }, 0)
  const breaker = createCircuitBreaker({
    failuresToOpen: FAILURES_TO_OPEN,
    probeEveryMs,
    probe: () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    onChange: (isOpen) => {
      metrics.redisOpen.set({ database }, isOpen ? 1 : 0)
      metrics.redisChanges.inc({ to: isOpen ? 'open' : 'closed' })
      if (isOpen) logger.warn({ database }, 'Redis does not answer: the shop goes on without it')
      else logger.info({ database }, 'Redis answers again')
    },
  })

  // A request that asks twice must not wait twice: who has just waited in vain, and whoever comes right after, goes on without.
  let silentUntil = 0

  async function ask<T>(use: RedisUse, work: (redis: Redis) => Promise<T>): Promise<RedisAnswer<T>> {
    const askedAt = performance.now()
    if (breaker.isOpen() || askedAt < silentUntil) {
      metrics.redisCalls.inc({ use, result: 'skipped' })
      return { answered: false }
    }
    const finished = metrics.redisSeconds.startTimer({ use })
    const answer = await withinDeadline(work(redis), deadlineMs).catch((error: unknown) => failureOf(error))
    finished()
    if ('failure' in answer) {
      if (answer.failure === 'failed') breaker.failed()
      else breaker.succeeded()
      const now = performance.now()
      if (now - askedAt > deadlineMs / 2) silentUntil = now + deadlineMs
      metrics.redisCalls.inc({ use, result: answer.failure })
      return { answered: false }
    }
    breaker.succeeded()
    metrics.redisCalls.inc({ use, result: 'answered' })
    return answer
  }

  return { ask, isGone: breaker.isOpen }
}

async function withinDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<RedisAnswer<T> & { answered: true }> {
  let timer: NodeJS.Timeout | undefined
  // What has arrived while this process was busy is looked at before time is up.
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => setImmediate(() => reject(new RedisGone('too late'))), deadlineMs)
  })
  try {
    return { answered: true, value: await Promise.race([work, late]) }
  } finally {
    clearTimeout(timer)
  }
}

/** @throws what is neither Redis being gone nor Redis saying no. */
function failureOf(error: unknown): { failure: 'failed' | 'refused' } {
  if (error instanceof RedisGone) return { failure: 'failed' }
  if (!(error instanceof errors.UpstashError)) throw error
  noteRefusal(error)
  return { failure: 'refused' }
}

const REFUSALS_EVERY_MS = 10_000
let refusalNotedAt = Number.NEGATIVE_INFINITY

/** A full Redis refuses each write: the metric counts them, the log has one now and then. Not what was asked, for that may be somebody's. */
function noteRefusal({ message }: Error): void {
  if (performance.now() - refusalNotedAt < REFUSALS_EVERY_MS) return
  refusalNotedAt = performance.now()
  logger.warn({ reason: message.slice(0, 100) }, 'Redis refused a command')
}
