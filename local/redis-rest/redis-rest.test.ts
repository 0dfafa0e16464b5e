import { execFileSync, spawn } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { Ratelimit } from '@upstash/ratelimit'
import { Redis } from '@upstash/redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '../ports'
import { memoryBackend, type RedisBackend, redisBackend } from './backends'
import { serveRedisRest } from './serve'

const TOKEN = 'token-of-this-test'
const hasRedisServer = (() => {
  try {
    execFileSync('redis-server', ['--version'])
    return true
  } catch {
    // Not installed: the stand-in then works in memory, and so does this test.
    return false
  }
})()

async function startRealRedis(): Promise<RedisBackend> {
  const port = await freePort()
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' })
  const backend = await redisBackend(`redis://127.0.0.1:${port}`)
  const close = async () => {
    await backend.close()
    child.kill()
  }
  return { ...backend, close }
}

/** What this machine can run: the shop itself chooses in the same way. */
const backends = [
  { name: 'in memory', start: async () => memoryBackend() },
  ...(hasRedisServer ? [{ name: 'over redis-server', start: startRealRedis }] : []),
]

for (const { name, start } of backends) {
  describe(name, () => {
    let backend: RedisBackend
    let server: ReturnType<typeof serveRedisRest>
    let url: string
    let redis: Redis

    beforeAll(async () => {
      backend = await start()
      server = serveRedisRest(backend, TOKEN)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      redis = new Redis({ url, token: TOKEN })
    })
    afterAll(async () => {
      server.closeAllConnections()
      server.close()
      await backend.close()
    })

    async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return { status: response.status, body: await response.json() }
    }

    test('the Upstash client sets and reads strings, numbers, objects and nothing', async () => {
      expect(await redis.set('word', 'grüße 🎸')).toBe('OK')
      expect(await redis.get('word')).toBe('grüße 🎸')
      expect(await redis.incr('count')).toBe(1)
      expect(await redis.set('thing', { a: [1, 2] })).toBe('OK')
      expect(await redis.get('thing')).toEqual({ a: [1, 2] })
      expect(await redis.get('absent')).toBeNull()
      expect(await redis.set('short', 'x', { ex: 100 })).toBe('OK')
      expect(await redis.ttl('short')).toBeGreaterThan(90)
    })

    test('hashes come back as the client expects them', async () => {
      expect(await redis.hset('person', { name: 'Ada', city: 'London' })).toBe(2)
      expect(await redis.hgetall('person')).toEqual({ name: 'Ada', city: 'London' })
      expect(await redis.hget('person', 'name')).toBe('Ada')
    })

    test('a pipeline answers each command, a refused one among them', async () => {
      const { status, body } = await post('/pipeline', [['SET', 'p', 'one'], ['NOSUCHCOMMAND'], ['GET', 'p']])
      expect(status).toBe(200)
      expect(body).toEqual([{ result: 'OK' }, { error: expect.stringContaining('ERR') }, { result: 'one' }])
      expect(await redis.pipeline().set('q', 1).incr('q').exec()).toEqual(['OK', 2])
    })

    test('a transaction answers each command', async () => {
      expect(await redis.multi().set('m', 5).incrby('m', 3).get('m').exec()).toEqual(['OK', 8, 8])
      const { body } = await post('/multi-exec', [
        ['SET', 'm', '1'],
        ['GET', 'm'],
      ])
      expect(body).toEqual([{ result: 'OK' }, { result: '1' }])
    })

    test('strings are base64 on request, except OK', async () => {
      const headers = { 'upstash-encoding': 'base64' }
      expect((await post('/', ['SET', 'b', 'ü'], headers)).body).toEqual({ result: 'OK' })
      expect((await post('/', ['GET', 'b'], headers)).body).toEqual({ result: Buffer.from('ü').toString('base64') })
      expect((await post('/', ['MGET', 'b', 'none'], headers)).body).toEqual({ result: [Buffer.from('ü').toString('base64'), null] })
    })

    test('what is no command, no JSON, too big or without the token is refused', async () => {
      expect((await post('/', ['NOSUCHCOMMAND'])).status).toBe(400)
      expect((await post('/', '{nonsense')).status).toBe(400)
      expect((await post('/', ['SUBSCRIBE', 'x'])).status).toBe(400)
      expect((await post('/pipeline', ['GET', 'x'])).status).toBe(400)
      expect((await post('/', ['GET', 'x'], { authorization: 'Bearer other' })).status).toBe(401)
      expect((await post('/', ['SET', 'x', 'y'.repeat(10_100_000)])).status).toBe(413)
    })

    // A window that hardly ever ends while the test runs: with the next one the count begins anew.
    test.each(['fixed', 'sliding'] as const)('a %s window of three lets three through', async (kind) => {
      const limiter = kind === 'fixed' ? Ratelimit.fixedWindow(3, '7 d') : Ratelimit.slidingWindow(3, '7 d')
      const limit = new Ratelimit({ redis, limiter, prefix: `limit-${kind}`, ephemeralCache: false })
      const verdicts = []
      for (let attempt = 0; attempt < 5; attempt++) verdicts.push((await limit.limit('somebody')).success)
      expect(verdicts).toEqual([true, true, true, false, false])
    })
  })
}
