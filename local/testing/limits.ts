import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { vi } from 'vitest'
import { memoryBackend } from '../redis-rest/backends'
import { serveRedisRest } from '../redis-rest/serve'

const TOKEN = 'token-of-this-test'
/** A busy machine is no Redis that is gone. */
const PATIENCE_MS = 20_000

/** A Redis of the test's own that notes the requests it gets, and can go away. */
export async function startRedis() {
  const backend = memoryBackend()
  const server: Server = serveRedisRest(backend, TOKEN)
  const asked: string[] = []
  server.on('request', ({ url }) => asked.push(url ?? ''))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    server.closeAllConnections()
    server.close()
  }
  const get = async (key: string) => (await backend.run([['GET', key]]))[0]
  const close = async () => {
    stop()
    await backend.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop, close, get }
}

const keptByProcess = ['highstreetTallies', 'highstreetBlocked', 'highstreetLimits', 'highstreetRedisDoors', 'highstreetInvalidations']

/** One instance of the shop, as far as limits go: what a process keeps is its own. Without an address it has no Redis. */
export async function startInstance(redisUrl: string | undefined, env: Record<string, string> = {}) {
  vi.stubEnv('UPSTASH_REDIS_REST_URL', redisUrl ?? '')
  vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', redisUrl ? TOKEN : '')
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  for (const name of keptByProcess) Reflect.deleteProperty(globalThis, name)
  vi.resetModules()
  vi.doMock('@/lib/platform/redis/redis-door', async (original) => patient(await original<Door>(), redisUrl))
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

type Door = typeof import('@/lib/platform/redis/redis-door')

/** The shop's own door with another deadline. */
function patient(door: Door, url: string | undefined): Door {
  if (!url) return door
  const { ask, isGone } = door.createRedisDoor({ url, token: TOKEN, deadlineMs: PATIENCE_MS })
  return { ...door, askRedis: ask, isRedisThere: () => !isGone() }
}
