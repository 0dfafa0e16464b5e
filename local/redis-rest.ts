import { memoryBackend, redisBackend } from './redis-rest/backends'
import { serveRedisRest } from './redis-rest/serve'

/**
 * A process of its own: an Upstash-compatible REST endpoint on loopback, over the Redis at REDIS_URL or, without one, in memory.
 * Environment: REDIS_REST_PORT, REDIS_REST_TOKEN, REDIS_URL (optional).
 */
const port = Number(process.env.REDIS_REST_PORT)
const token = process.env.REDIS_REST_TOKEN
if (!port || !token) throw new Error('REDIS_REST_PORT and REDIS_REST_TOKEN must be set')

const backend = process.env.REDIS_URL ? await redisBackend(process.env.REDIS_URL) : memoryBackend()
const server = serveRedisRest(backend, token)
server.listen(port, '127.0.0.1', () => process.send?.('ready'))

process.once('SIGTERM', () => {
  server.close(() => void backend.close().then(() => process.exit(0)))
  server.closeIdleConnections()
  setTimeout(() => server.closeAllConnections(), 1_000).unref()
})
