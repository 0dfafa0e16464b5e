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
  const keys = async (pattern: string) => (await backend.run([['KEYS', pattern]]))[0]
  const close = async () => {
    stop()
    await backend.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop, close, get, keys }
}

type Door = typeof import('@/lib/platform/redis/redis-door')

/** What is imported from here on asks this Redis, by the shop's own door with another deadline. Without an address it has none. */
export function connectRedis(url: string | undefined): void {
  vi.stubEnv('UPSTASH_REDIS_REST_URL', url ?? '')
  vi.stubEnv('UPSTASH_REDIS_REST_TOKEN', url ? TOKEN : '')
  vi.doMock('@/lib/platform/redis/redis-door', async (original) => patient(await original<Door>(), url))
}

function patient(door: Door, url: string | undefined): Door {
  if (!url) return door
  const { ask, isGone } = door.createRedisDoor({ url, token: TOKEN, deadlineMs: PATIENCE_MS })
  return { ...door, askRedis: ask, isRedisThere: () => !isGone() }
}
