import { vi } from 'vitest'
import { connectRedis } from './redis'

const keptByProcess = ['highstreetTallies', 'highstreetBlocked', 'highstreetLimits', 'highstreetRedisDoors', 'highstreetInvalidations']

/** One instance of the shop, as far as limits go: what a process keeps is its own. Without an address it has no Redis. */
export async function startInstance(redisUrl: string | undefined, env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  for (const name of keptByProcess) Reflect.deleteProperty(globalThis, name)
  vi.resetModules()
  connectRedis(redisUrl)
  const [counting, settling, tallies, holding, blocking, following, limits] = await Promise.all([
    import('@/lib/platform/rate-limit/count'),
    import('@/lib/platform/rate-limit/settle'),
    import('@/lib/platform/rate-limit/tallies'),
    import('@/lib/platform/rate-limit/hold-violation'),
    import('@/lib/platform/rate-limit/blocked'),
    import('@/lib/platform/rate-limit/follow-limits'),
    import('@/lib/platform/rate-limit/policies'),
  ])
  return { ...counting, ...settling, ...tallies, ...holding, ...blocking, ...following, ...limits }
}
