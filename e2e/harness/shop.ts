import { freePort } from '@/local/ports'
import { withBoundedMemory } from '@/local/server-memory'
import { deploymentId, requireBuild, serverEntry } from './build'
import { copyDatabase } from './database'
import { type Running, startProcess } from './processes'

const SECRET = 'e2e-only-secret-e2e-only-secret-e2e-only'
const PAYMENTS_SECRET = 'e2e-only-payments-e2e-only-payments-e2e'
const REDIS_TOKEN = 'e2e-only-redis'

export type ShopOptions = {
  templateUrl: string
  /** Further variables for the server. */
  env?: Record<string, string>
  /** Gives the shop another way to its database, for example through a proxy that a test can cut. */
  reachDatabase?: (databaseUrl: string) => string | Promise<string>
  /** Without it: no Redis, which the shop has to live with too. */
  redis?: boolean
  /** With the executor of background work. Without it events wait in the outbox. */
  jobs?: boolean
}

/** A whole shop with a database of its own, whose processes a test may kill and start again. */
export type Shop = Awaited<ReturnType<typeof startShop>>

export async function startShop({ templateUrl, env: wished = {}, redis = true, jobs = false, reachDatabase = (same) => same }: ShopOptions) {
  requireBuild()
  const database = await copyDatabase(templateUrl)
  const [port, paymentsPort, redisPort, jobsPort] = [await freePort(), await freePort(), await freePort(), await freePort()]
  const url = `http://localhost:${port}`
  const paymentsUrl = `http://localhost:${paymentsPort}`
  const env: Record<string, string | undefined> = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: undefined,
    VITEST: undefined,
    PORT: String(port),
    APP_URL: url,
    DATABASE_URL: await reachDatabase(database.url),
    HIGHSTREET_SECRET: SECRET,
    TEST_PAYMENTS_URL: paymentsUrl,
    TEST_PAYMENTS_SECRET: PAYMENTS_SECRET,
    TEST_PAYMENTS_PORT: String(paymentsPort),
    WEBHOOK_URL: `${url}/api/webhooks/test`,
    REDIS_REST_PORT: String(redisPort),
    REDIS_REST_TOKEN: REDIS_TOKEN,
    REDIS_URL: undefined,
    UPSTASH_REDIS_REST_URL: redis ? `http://localhost:${redisPort}` : undefined,
    UPSTASH_REDIS_REST_TOKEN: redis ? REDIS_TOKEN : undefined,
    NEXT_DEPLOYMENT_ID: await deploymentId(),
    LOG_LEVEL: 'info',
    ...(jobs && {
      INNGEST_BASE_URL: `http://127.0.0.1:${jobsPort}`,
      INNGEST_EVENT_KEY: 'e2e-only-events',
      INNGEST_SIGNING_KEY: `signkey-test-${'e2'.repeat(32)}`,
      INNGEST_LOCAL_PORT: String(jobsPort),
      INNGEST_LOCAL_APP: `http://127.0.0.1:${port}/api/inngest`,
      INNGEST_LOCAL_TOKEN: 'e2e-only-jobs',
    }),
    ...wished,
  }

  const startServer = () => startProcess({ name: 'The shop', args: [serverEntry], env: withBoundedMemory(env), ready: 'message' })
  const startPayments = () =>
    startProcess({
      name: 'The payment provider',
      args: ['--import', 'tsx', 'local/test-payments/main.ts'],
      env,
      ready: { url: `${paymentsUrl}/health` },
    })
  const startRedis = () => startProcess({ name: 'The Redis stand-in', args: ['--import', 'tsx', 'local/redis-rest.ts'], env, ready: 'message' })

  const startJobs = () => startProcess({ name: 'The executor', args: ['--import', 'tsx', 'local/inngest/main.ts'], env, ready: 'message' })

  const [redisProcess, payments] = await Promise.all([redis ? startRedis() : null, startPayments()])
  const processes: { server: Running; payments: Running; redis: Running | null; jobs: Running | null } = {
    server: await startServer(),
    payments,
    redis: redisProcess,
    jobs: jobs ? await startJobs() : null,
  }
  let earlierOutput = ''

  return {
    url,
    paymentsUrl,
    paymentsSecret: PAYMENTS_SECRET,
    databaseUrl: database.url,
    env,
    processes,
    /** Everything the server has logged, over all its lives. */
    log: () => earlierOutput + processes.server.output(),
    /** `kill -9`, unless another signal is wished. */
    killServer: async (signal: NodeJS.Signals = 'SIGKILL') => {
      const end = await processes.server.end(signal)
      earlierOutput += processes.server.output()
      return end
    },
    startServer: async () => {
      processes.server = await startServer()
    },
    killRedis: async () => processes.redis?.end('SIGKILL'),
    startRedis: async () => {
      processes.redis = await startRedis()
    },
    /** Everything in it is gone, and it goes on. */
    flushRedis: () =>
      fetch(`http://localhost:${redisPort}`, { method: 'POST', headers: { authorization: `Bearer ${REDIS_TOKEN}` }, body: '["FLUSHALL"]' }),
    /** What is in memory there can be lost at any time. */
    emptyRedis: async () => {
      if (!processes.redis) return
      await processes.redis.end('SIGKILL')
      processes.redis = await startRedis()
    },
    killJobs: async () => processes.jobs?.end('SIGKILL'),
    startJobs: async () => {
      processes.jobs = await startJobs()
    },
    killPayments: (signal: NodeJS.Signals = 'SIGKILL') => processes.payments.end(signal),
    startPayments: async () => {
      processes.payments = await startPayments()
    },
    stop: async () => {
      await Promise.all([processes.server.end('SIGKILL'), processes.jobs?.end('SIGKILL')])
      await Promise.all([processes.payments.end('SIGKILL'), processes.redis?.end('SIGKILL')])
      await database.drop()
    },
  }
}
