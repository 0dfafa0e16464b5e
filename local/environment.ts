import { hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Env, modeOf, parseEnv } from '@/lib/platform/env'
import type { Kept } from './kept'
import { freePort } from './ports'

export type ShopKind = 'start' | 'dev' | 'serve'

/** Which services this machine must bring, because nothing configured does. */
export type Plan = {
  kind: ShopKind
  given: Env
  address: string
  dataDirectory: string
  buildDirectory: string
  postgresPort: number | null
  /** The REST endpoint; `redisPort` is where a redis-server of ours listens behind it, null when it works in memory or REDIS_URL is set. */
  redisRestPort: number | null
  redisPort: number | null
  testPaymentsPort: number | null
  /** Where the executor of background work listens, unless an Inngest is configured. */
  inngestPort: number | null
}

/** Reads the environment and decides what to start. Nothing is started that is configured. */
export async function planShop(kind: ShopKind, kept: Kept, given: Env): Promise<Plan> {
  const isStandIn = kind !== 'serve'
  const needsRedis = isStandIn && !given.UPSTASH_REDIS_REST_URL
  const needsTestPayments = !given.TEST_PAYMENTS_URL && (isStandIn ? !given.STRIPE_SECRET_KEY : given.ALLOW_TEST_PAYMENTS === '1')
  const postgresPort = isStandIn && !given.DATABASE_URL ? await freePort(kept.ports.postgres, 54_329) : null
  const redisRestPort = needsRedis ? await freePort(kept.ports.redisRest, 54_330) : null
  const redisPort = needsRedis && !given.REDIS_URL && isOnPath('redis-server') ? await freePort(kept.ports.redis, 54_331) : null
  const testPaymentsPort = needsTestPayments ? await freePort(kept.ports.testPayments, 54_332) : null
  const inngestPort = hasInngest(given) ? null : await freePort(kept.ports.inngest, 54_333)
  return {
    kind,
    given,
    address: addressOf(given),
    dataDirectory: dataDirectoryOf(given),
    buildDirectory: process.env.BUILD_DIR || '.next',
    postgresPort,
    redisRestPort,
    redisPort,
    testPaymentsPort,
    inngestPort,
  }
}

/** Inngest Cloud, an Inngest of one's own, or its dev server. */
const hasInngest = (given: Env) => Boolean(given.INNGEST_EVENT_KEY || given.INNGEST_SIGNING_KEY) || given.INNGEST_DEV === '1'

export const addressOf = (given: Env): string => new URL(given.APP_URL ?? `http://localhost:${given.PORT}`).origin
export const dataDirectoryOf = (given: Env): string => path.resolve(given.DATA_DIR)

/** The environment of every process of the shop. `databaseUrl` is known when Postgres is up. */
export function shopEnvironment(plan: Plan, kept: Kept, databaseUrl: string): Record<string, string | undefined> {
  const secret = plan.given.HIGHSTREET_SECRET ?? kept.secret
  return {
    ...process.env,
    NODE_ENV: plan.kind === 'dev' ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(plan.given.PORT),
    APP_URL: plan.address,
    DATA_DIR: plan.dataDirectory,
    MEDIA_DIR: path.resolve(plan.given.MEDIA_DIR ?? path.join(plan.dataDirectory, 'media')),
    BUILD_DIR: plan.buildDirectory,
    DATABASE_URL: databaseUrl,
    HIGHSTREET_SECRET: secret,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || actionsKey(secret),
    ...(plan.redisRestPort && { UPSTASH_REDIS_REST_URL: `http://127.0.0.1:${plan.redisRestPort}`, UPSTASH_REDIS_REST_TOKEN: kept.redisToken }),
    ...(plan.testPaymentsPort && {
      TEST_PAYMENTS_URL: `http://127.0.0.1:${plan.testPaymentsPort}`,
      TEST_PAYMENTS_PORT: String(plan.testPaymentsPort),
      TEST_PAYMENTS_SECRET: plan.given.TEST_PAYMENTS_SECRET ?? kept.testPaymentsSecret,
    }),
    ...(plan.inngestPort && {
      INNGEST_BASE_URL: `http://127.0.0.1:${plan.inngestPort}`,
      INNGEST_EVENT_KEY: derived(secret, 'inngest events').toString('hex'),
      INNGEST_SIGNING_KEY: `signkey-local-${derived(secret, 'inngest signing').toString('hex')}`,
      INNGEST_LOCAL_TOKEN: derived(secret, 'inngest admin').toString('hex'),
    }),
  }
}

/** Derived, so that all instances of a shop agree on them without a second secret to hand around. */
const actionsKey = (secret: string) => derived(secret, 'server actions').toString('base64')
const derived = (secret: string, purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'highstreet', purpose, 32))

/** Parses the process's environment. @throws Error that names each wrong variable. */
export function givenEnvironment(): { given: Env; mode: 'local' | 'deployed' } {
  const given = parseEnv(process.env)
  return { given, mode: modeOf(given) }
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(path.delimiter).some((directory) => directory !== '' && existsSync(path.join(directory, program)))
}
