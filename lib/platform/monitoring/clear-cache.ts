import { transaction } from '@/db/transaction'
import { type Ctx, principalOf } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { shopCache } from '@/lib/platform/cache/shop-cache'
import { publish } from '@/lib/platform/events/publish'
import { logger } from '@/lib/platform/logger'
import { askRedis, redisKey } from '@/lib/platform/redis/redis-door'
import type { CacheCleared } from './schemas'

const KEYS_AT_ONCE = 500
/** Half a million keys: what is left then leaves by itself. */
const MOST_TURNS = 1_000

/**
 * Takes down whatever is cached, in all instances (R147): it falls by the log of invalidations like anything else, so it holds for instances
 * that restart too. That Redis gives its memory back at once is a courtesy. One statement. @throws forbidden
 */
export async function clearCache(ctx: Ctx): Promise<CacheCleared> {
  requireCan(ctx, 'cache.clear')
  await transaction(async (tx) => publish(tx, { type: 'cache.cleared', by: principalOf(ctx.actor) }))
  shopCache().cache.clear()
  const redis_keys = await emptyRedis()
  logger.info({ by: principalOf(ctx.actor), requestId: ctx.requestId, redis_keys }, 'the caches were cleared')
  return { status: 'cleared', redis_keys }
}

/** Only what is cached: limits and the state of signing in stay. */
async function emptyRedis(): Promise<number> {
  let cursor = '0'
  let removed = 0
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const asked = await askRedis('cache', async (redis) => {
      const [next, keys] = await redis.scan(cursor, { match: redisKey('cache', '*'), count: KEYS_AT_ONCE })
      if (keys.length > 0) await redis.unlink(...keys)
      return { next, count: keys.length }
    })
    if (!asked.answered) break
    removed += asked.value.count
    cursor = String(asked.value.next)
    if (cursor === '0') break
  }
  return removed
}
