import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { shopCache } from '@/lib/platform/cache/shop-cache'
import { isRedisThere } from '@/lib/platform/redis/redis-door'
import { percentOf, type Reading, readMetric, sumOf } from './read-metric'
import type { CacheStatistics } from './schemas'

/** How much is answered from memory and from Redis, of this instance (R145). No statement. @throws forbidden */
export async function findCacheStatistics(ctx: Ctx): Promise<CacheStatistics> {
  requireCan(ctx, 'monitoring.read')
  const [answers, bytes, entries, reads, calls, seconds] = await Promise.all(
    [
      'highstreet_answers_total',
      'highstreet_answers_bytes',
      'highstreet_answers_entries',
      'highstreet_cache_reads_total',
      'highstreet_redis_calls_total',
      'highstreet_redis_seconds',
    ].map(readMetric),
  )
  const answered = (result: string) => sumOf(answers ?? [], (labels) => labels.result === result)
  const called = (result: string) => sumOf(calls ?? [], (labels) => labels.result === result)
  const [hits, stale, misses, joined] = [answered('hit'), answered('stale'), answered('miss'), answered('joined')]
  const part = (ending: string) => sumOf((seconds ?? []).filter(({ name }) => name.endsWith(ending)))
  return {
    answers: {
      entries: sumOf(entries ?? []),
      bytes: sumOf(bytes ?? []),
      hits,
      stale,
      misses,
      joined,
      hit_rate_percent: percentOf(hits + stale, hits + stale + misses + joined),
    },
    process: shopCache().cache.size(),
    reads: readsByName(reads ?? []),
    redis: {
      is_answering: isRedisThere('cache'),
      answered: called('answered'),
      failed: called('failed'),
      refused: called('refused'),
      skipped: called('skipped'),
      avg_response_time_ms: Math.round((1e4 * part('_sum')) / Math.max(1, part('_count'))) / 10,
    },
  }
}

function readsByName(reads: Reading[]): CacheStatistics['reads'] {
  const names = [...new Set(reads.map(({ labels }) => labels.keeping ?? ''))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const from = (source: string) => sumOf(reads, (labels) => labels.keeping === name && labels.source === source)
      const [process, stale, redis, made] = [from('process'), from('stale'), from('redis'), from('made')]
      return [name, { process, stale, redis, made, hit_rate_percent: percentOf(process + stale + redis, process + stale + redis + made) }]
    }),
  )
}
