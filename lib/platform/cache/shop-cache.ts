import { createHash } from 'node:crypto'
import { appUrl, env, mediaBase } from '@/lib/platform/env'
import { askRedis } from '@/lib/platform/redis/redis-door'
import { type Cache, createCache, noCache } from './cache'
import { createDatabaseClock, type DatabaseClock } from './database-clock'
import { createFallenTags, type FallenTags } from './fallen-tags'
import { createSharedLevel } from './shared-level'

type ShopCache = { clock: DatabaseClock; fallen: FallenTags; cache: Cache }

const shared = globalThis as typeof globalThis & {
  highstreetCache?: ShopCache
  highstreetInvalidationTail?: { isCurrent(): boolean; refresh(): Promise<void> }
}

/** The cache of this process, whatever bundle asks, and what it goes by. */
export function shopCache(): ShopCache {
  shared.highstreetCache ??= openCache()
  return shared.highstreetCache
}

function openCache(): ShopCache {
  const clock = createDatabaseClock()
  const fallen = createFallenTags(clock)
  if (env.CACHE_MEMORY_MB === 0) return { clock, fallen, cache: noCache }
  const namespace = namespaceOf(process.env.NEXT_DEPLOYMENT_ID)
  const refresh = async () => {
    const tail = shared.highstreetInvalidationTail
    if (tail && !tail.isCurrent()) await tail.refresh()
  }
  const level = namespace === null ? null : createSharedLevel(askRedis, namespace)
  return { clock, fallen, cache: createCache({ bytes: env.CACHE_MEMORY_MB * 1024 * 1024, clock, fallen, shared: level, refresh }) }
}

/**
 * Instances share texts only when they would write the same ones: one version over one database, under the same addresses. Without a
 * deployment id, as in development and tests, nobody knows what changed since, and nothing is shared.
 */
const namespaceOf = (deploymentId: string | undefined) =>
  deploymentId ? createHash('sha256').update([deploymentId, appUrl, mediaBase].join('\n')).digest('base64url').slice(0, 12) : null
