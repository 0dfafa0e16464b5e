import path from 'node:path'
import { ensureDatabase, requireDatabase } from './database'
import { startPostgres } from './postgres'
import { refusal } from './sentences'
import { rotate, script } from './services'
import type { Start } from './start'

/** Postgres: ours, unless DATABASE_URL names another. From then on `env.DATABASE_URL` is the shop's. */
export async function startDatabase({ plan, kept, services, board, env }: Start): Promise<void> {
  const { postgresPort: port, dataDirectory, given } = plan
  await board.step('Postgres', async () => {
    if (port === null) {
      if (!given.DATABASE_URL) throw refusal('DATABASE_URL is not set: give the address of a Postgres 15 or newer.')
      await requireDatabase(given.DATABASE_URL)
      return `${new URL(given.DATABASE_URL).host} (DATABASE_URL)`
    }
    const logFile = services.logFileOf('Postgres')
    await rotate(logFile)
    const server = await startPostgres({ directory: path.join(dataDirectory, 'postgres'), port, logFile })
    await services.adopt('Postgres', server.child, 'SIGINT')
    kept.ports.postgres = port
    env.DATABASE_URL = await ensureDatabase(server.url, 'highstreet')
    return `127.0.0.1:${port}`
  })
}

/** The REST endpoint of Redis, over a redis-server where there is one, unless Upstash is configured. */
export async function startRedis({ plan, kept, services, board, env }: Start): Promise<void> {
  const { redisRestPort, redisPort, given, dataDirectory } = plan
  if (redisRestPort === null) return
  await board.step('Redis', async () => {
    let redisUrl = given.REDIS_URL
    if (redisPort !== null) {
      // It holds only what may be lost, so it writes nothing to the disk.
      const args = [
        '--port',
        String(redisPort),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        dataDirectory,
        '--maxmemory',
        '256mb',
      ]
      await services.start({
        name: 'Redis server',
        program: 'redis-server',
        args: [...args, '--maxmemory-policy', 'allkeys-lru'],
        env: process.env,
        ready: { port: redisPort },
      })
      redisUrl = `redis://127.0.0.1:${redisPort}`
      kept.ports.redis = redisPort
    }
    await services.start({
      name: 'Redis REST',
      args: script('local/redis-rest.ts'),
      env: { ...env, REDIS_REST_PORT: String(redisRestPort), REDIS_REST_TOKEN: kept.redisToken, REDIS_URL: redisUrl },
      ready: 'message',
    })
    kept.ports.redisRest = redisRestPort
    return redisPort !== null
      ? `redis-server behind 127.0.0.1:${redisRestPort}`
      : `${redisUrl ? 'REDIS_URL' : 'in memory'} behind 127.0.0.1:${redisRestPort}`
  })
}

/** The provider that takes test cards, unless Stripe is configured or play money is not allowed. */
export async function startTestPayments({ plan, kept, services, board, env }: Start): Promise<void> {
  const { testPaymentsPort: port } = plan
  if (port === null) return
  await board.step('Test payments', async () => {
    await services.start({
      name: 'Test payments',
      args: script('local/test-payments/main.ts'),
      env: { ...env, WEBHOOK_URL: `http://127.0.0.1:${env.PORT}/api/webhooks/test` },
      ready: { port },
    })
    kept.ports.testPayments = port
    return `127.0.0.1:${port}, no real money`
  })
}

/** The executor of background work, unless an Inngest is configured. It asks the shop to register its functions as soon as that is up. */
export async function startInngest({ plan, kept, services, board, env }: Start): Promise<void> {
  const { inngestPort: port } = plan
  if (port === null) return
  await board.step('Background work', async () => {
    await services.start({
      name: 'Inngest',
      args: script('local/inngest/main.ts'),
      env: {
        ...env,
        INNGEST_LOCAL_PORT: String(port),
        INNGEST_LOCAL_APP: `http://127.0.0.1:${env.PORT}/api/inngest`,
        INNGEST_LOCAL_FOLLOWS: plan.kind === 'dev' ? '1' : '0',
      },
      ready: 'message',
      isVerbose: plan.kind === 'serve',
    })
    kept.ports.inngest = port
    return `127.0.0.1:${port}, for this machine`
  })
}
