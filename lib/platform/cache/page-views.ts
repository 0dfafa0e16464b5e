import { askRedis, type RedisDoor, redisKey } from '@/lib/platform/redis/redis-door'

/** Which pages people open, as far as it helps to make them ahead: it may be lost, and is not exact. */
export type PageViews = {
  /** Called for each page that was given; addresses of anything else are let pass. */
  count(path: string): void
  /** Adds what was counted here to what all instances share. */
  settle(): Promise<void>
}

/** Countless addresses must not take the memory; a page that many open is seen before it is full. */
const MOST_PATHS = 10_000
/** What is rarely opened is not worth a trip. */
const MOST_SETTLED = 200
const KEEP_SECONDS = 2 * 24 * 60 * 60
const DAY_MS = 24 * 60 * 60_000
const page = /^\/[pc]\/[A-Za-z0-9_-]{1,300}$/

export function createPageViews({ ask = askRedis, now = Date.now }: { ask?: RedisDoor['ask']; now?: () => number } = {}): PageViews {
  let counts = new Map<string, number>()
  return {
    // On the way of every answer from memory: two letters decide about most.
    count: (path) => {
      if (path[2] !== '/' || (path[1] !== 'p' && path[1] !== 'c')) return
      const known = counts.get(path)
      if (known !== undefined) counts.set(path, known + 1)
      else if (counts.size < MOST_PATHS) counts.set(path, 1)
    },
    settle: async () => {
      const most = [...counts].filter(([path]) => page.test(path)).toSorted(([, a], [, b]) => b - a)
      counts = new Map()
      if (most.length === 0) return
      const key = keyOf(now())
      await ask('cache', (redis) => {
        const sending = redis.pipeline()
        for (const [path, count] of most.slice(0, MOST_SETTLED)) sending.hincrby(key, path, count)
        return sending.expire(key, KEEP_SECONDS).exec()
      })
    },
  }
}

/** The pages that were opened most since yesterday, by all instances; none without Redis. */
export async function mostViewedPages(
  limit: number,
  { ask = askRedis, now = Date.now }: { ask?: RedisDoor['ask']; now?: () => number } = {},
): Promise<string[]> {
  const days = [now(), now() - DAY_MS].map(keyOf)
  const asked = await ask('cache', (redis) => {
    const reading = redis.pipeline()
    for (const key of days) reading.hgetall(key)
    return reading.exec<(Record<string, unknown> | null)[]>()
  })
  const sums = new Map<string, number>()
  for (const counted of asked.answered ? asked.value : []) {
    for (const [path, count] of Object.entries(counted ?? {})) if (page.test(path)) sums.set(path, (sums.get(path) ?? 0) + Number(count))
  }
  const most = [...sums].toSorted(([, a], [, b]) => b - a)
  return most.slice(0, limit).map(([path]) => path)
}

const keyOf = (ms: number) => redisKey('cache', `views:${new Date(ms).toISOString().slice(0, 10)}`)
