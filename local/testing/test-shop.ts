import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { readStamp } from '../build-stamp'
import { freePort } from '../ports'
import type { Counts } from './reports'

/** Fixed, because Next writes the build's directory into tsconfig.json. */
export const testDataDirectory = '.data/test'
export const testBuildDirectory = '.data/test/build'

/** What a person may have configured for a shop of theirs has no place in the tests. */
const notOurs =
  /^(APP_URL|CDN_URL|USE_CDN|MEDIA_DIR|DATABASE_|UPSTASH_|(CACHE_|SESSION_|API_)?REDIS_|HIGHSTREET_|STRIPE_|TEST_PAYMENTS|ALLOW_|TRUSTED_|RATE_LIMIT|METRICS_|SMTP_|MAIL_|INNGEST_|JOBS_)/

export type TestShop = { counts: Counts; env: Record<string, string | undefined> | null; stop(): Promise<Counts> }

/** `npm start` as on a fresh machine, with a data directory, a build and ports of its own. Counted are the build, the start and, at the end, the stop. */
export async function startTestShop(): Promise<TestShop> {
  await Promise.all(['postgres', 'kept.json', 'build'].map((part) => rm(path.join(testDataDirectory, part), { recursive: true, force: true })))
  const own = { DATA_DIR: testDataDirectory, BUILD_DIR: testBuildDirectory, PORT: String(await freePort(3_100)) }
  const child = spawn(process.execPath, ['local/main.mjs', 'start'], { env: withoutOthers(own), stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const env = await readiness(child)
  const isBuilt = (await readStamp(testBuildDirectory)) !== null
  const counts = env ? { passed: 2, failed: 0 } : { passed: isBuilt ? 1 : 0, failed: 1 }
  return { counts, env, stop: () => stop(child, env !== null) }
}

/** Empty and not absent, so that `.env` does not fill them in. */
function withoutOthers(own: Record<string, string>): NodeJS.ProcessEnv {
  const emptied = Object.keys(process.env).filter((name) => notOurs.test(name))
  const known = [
    'APP_URL',
    'DATABASE_URL',
    'UPSTASH_REDIS_REST_URL',
    'CACHE_REDIS_REST_URL',
    'SESSION_REDIS_REST_URL',
    'API_REDIS_REST_URL',
    'STRIPE_SECRET_KEY',
    'HIGHSTREET_SECRET',
    'CDN_URL',
    'MEDIA_DIR',
    'TEST_PAYMENTS_URL',
    'REDIS_URL',
    'SMTP_URL',
    'INNGEST_EVENT_KEY',
    'INNGEST_SIGNING_KEY',
    'INNGEST_DEV',
    'JOBS_QUEUES',
  ]
  return { ...process.env, ...Object.fromEntries([...emptied, ...known].map((name) => [name, ''])), ...own }
}

/** The environment of the shop once it is ready; null when it ended before. */
async function readiness(child: ChildProcess): Promise<Record<string, string | undefined> | null> {
  return new Promise((resolve) => {
    child.once('message', (message: { env: Record<string, string | undefined> }) => resolve(message.env))
    child.once('exit', () => resolve(null))
  })
}

/** A shop that was running must stop with exit code 0. */
async function stop(child: ChildProcess, wasRunning: boolean): Promise<Counts> {
  if (!wasRunning) return { passed: 0, failed: 0 }
  if (child.exitCode !== null || child.signalCode !== null) return { passed: 0, failed: 1 }
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
