import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startupProblems } from '@/lib/platform/startup-checks'
import { type Board, createBoard, seconds } from './board'
import { buildShop, deploymentIdOf, isBuilt } from './build'
import { demoStamp, wantedStamp } from './build-stamp'
import { bringUpToDate, ensureDatabase, readDatabaseState, requireDatabase } from './database'
import { addressOf, dataDirectoryOf, givenEnvironment, type Plan, planShop, type ShopKind, shopEnvironment } from './environment'
import { type Kept, readKept, writeKept } from './kept'
import { isPortFree } from './ports'
import { startPostgres } from './postgres'
import { takeDataDirectory } from './run-state'
import { refusal } from './sentences'
import { withBoundedMemory } from './server-memory'
import { createServices, rotate, type Services } from './services'
import { startTask } from './start-task'

/** What a step needs to know while the shop starts. */
type Start = { plan: Plan; kept: Kept; services: Services; board: Board; env: Record<string, string | undefined>; signal: AbortSignal }

/**
 * Starts a shop and keeps it until it is asked to stop (exit code 0) or one of its processes dies (1): `start` is a production build with
 * stand-ins for what is not configured, `dev` the same with `next dev`, `serve` a deployed shop without stand-ins.
 */
export async function supervise(kind: ShopKind): Promise<number> {
  const beganAt = Date.now()
  const board = createBoard()
  const { given, mode } = givenEnvironment()
  if (kind === 'serve') refuseUnsafeSettings(mode)
  else if (mode === 'deployed') {
    throw refusal(
      `APP_URL is ${given.APP_URL}, which is not this machine: use npm run serve for a deployed shop, or leave APP_URL empty for a local one.`,
    )
  }
  const stopping = stopRequests()
  board.write(`\n  ${board.bold('Highstreet')}\n`)
  const runFile = await takeDataDirectory(dataDirectoryOf(given), addressOf(given))
  const services = await createServices(dataDirectoryOf(given), runFile)
  try {
    await requireFreePort(given.PORT, kind)
    const kept = await readKept(dataDirectoryOf(given))
    const plan = await planShop(kind, kept, given)
    const start: Start = { plan, kept, services, board, env: shopEnvironment(plan, kept, given.DATABASE_URL ?? ''), signal: stopping.signal }
    await Promise.race([startAll(start), stopping.requested, failureOf(services)])
    if (!stopping.signal.aborted) {
      await writeKept(plan.dataDirectory, kept)
      sayReady(start, Date.now() - beganAt)
      process.send?.({ ready: plan.address, databaseUrl: start.env.DATABASE_URL, env: start.env })
      await Promise.race([stopping.requested, failureOf(services)])
    }
    return 0
  } finally {
    const wasAsked = stopping.signal.aborted
    stopping.abort()
    if (wasAsked) board.write(`\n  Stopping …`)
    await services.stopAll()
    // What was being started notices now; it must not outlive this process.
    const isSettled = await Promise.race([board.settled().then(() => true), sleep(20_000, false, { ref: false })])
    await services.stopAll()
    // Otherwise the guard sees to the rest.
    if (isSettled) await services.close()
    if (wasAsked) board.write('  Stopped. Everything is saved.')
  }
}

function refuseUnsafeSettings(mode: 'local' | 'deployed'): void {
  const problems = startupProblems(process.env, mode)
  if (problems.length === 0) return
  throw refusal(`Highstreet does not start in deployed mode with these settings:\n${problems.map((problem) => `  · ${problem}`).join('\n')}`)
}

/** Ctrl-C, a closed terminal and the system's request to end are all the same wish. */
function stopRequests() {
  const controller = new AbortController()
  const requested = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        controller.abort()
        resolve()
      })
    }
  })
  return { signal: controller.signal, requested, abort: () => controller.abort() }
}

async function failureOf(services: Services): Promise<never> {
  const { name, how, logFile } = await services.death
  throw refusal(
    `${name} ${how}, so everything else was stopped too: its log is ${path.relative('.', logFile)}; start again and the shop recovers by itself.`,
  )
}

async function requireFreePort(port: number, kind: ShopKind): Promise<void> {
  if ((await isPortFree(port)) && (await isPortFree(port, '127.0.0.1'))) return
  const command = kind === 'start' ? 'npm start' : `npm run ${kind}`
  throw refusal(`Port ${port} is taken by another program: stop that program, or choose another port with PORT=${port + 1} ${command}.`)
}

async function startAll(start: Start): Promise<void> {
  const redis = startRedis(start)
  // Whichever fails first is reported; the failures of the others must not go unheard as rejections of nobody.
  redis.catch(() => {})
  await startDatabase(start)
  start.signal.throwIfAborted()
  const state = await prepareDatabase(start)
  start.signal.throwIfAborted()
  const pictures = state.hasDemo && start.plan.kind !== 'serve' ? renderPictures(start) : undefined
  await Promise.all([redis, pictures, buildAndStartShop(start, state.shopId), startTestPayments(start), startSweeper(start)])
}

async function buildAndStartShop(start: Start, shopId: string): Promise<void> {
  if (start.plan.kind !== 'dev') await prepareBuild(start, shopId)
  start.signal.throwIfAborted()
  await startShop(start)
}

async function startDatabase({ plan, kept, services, board, env }: Start): Promise<void> {
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

async function startRedis({ plan, kept, services, board, env }: Start): Promise<void> {
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

async function prepareDatabase({ plan, board, env, signal }: Start) {
  const url = env.DATABASE_URL ?? ''
  await board.step('Schema', async () => `${await bringUpToDate(url)} migrations`)
  const state = await readDatabaseState(url)
  if (plan.kind === 'serve' || state.hasDemo || !state.isEmpty) return state
  await board.step('Demo catalogue', (report) => startTask('load-demo', env, report, signal))
  return readDatabaseState(url)
}

/** Asking whether all are there takes a second of a core, so the answer is kept beside them. */
async function renderPictures({ board, env, signal }: Start): Promise<void> {
  const marker = path.join(env.MEDIA_DIR ?? '', '.complete')
  const wanted = await demoStamp()
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return
  await board.step('Pictures', (report) => startTask('render-pictures', env, report, signal))
  await writeFile(marker, wanted)
}

async function prepareBuild({ plan, board, env, services, signal }: Start, shopId: string): Promise<void> {
  const { buildDirectory } = plan
  const stamp = await wantedStamp(shopId, env)
  env.NEXT_DEPLOYMENT_ID = deploymentIdOf(stamp)
  if (await isBuilt(buildDirectory, stamp)) return
  const logFile = services.logFileOf('Build')
  const onProcess = (child: Parameters<Services['watch']>[1]) => services.watch('Build', child)
  await board.step('Build', async (report) => {
    await buildShop({ buildDirectory, stamp, env, logFile, signal, onProcess }, report)
    return 'for these sources and this database'
  })
}

async function startTestPayments({ plan, kept, services, board, env }: Start): Promise<void> {
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

async function startSweeper({ services, board, env, plan }: Start): Promise<void> {
  await board.step('Sweeper', async () => {
    await services.start({ name: 'Sweeper', args: script('local/sweeper.ts'), env, ready: 'message', isVerbose: plan.kind === 'serve' })
    return 'expires, settles and refunds each minute'
  })
}

async function startShop({ plan, services, board, env }: Start): Promise<void> {
  await board.step('Shop', async () => {
    await services.start({
      name: 'Shop',
      args: plan.kind === 'dev' ? [...script('server.ts'), '--dev'] : [path.resolve(plan.buildDirectory, 'server-entry.mjs')],
      env: plan.kind === 'dev' ? env : withBoundedMemory(env),
      ready: 'message',
      isVerbose: plan.kind !== 'start',
    })
    await untilHealthy(`http://127.0.0.1:${env.PORT}/api/health/ready`, services.logFileOf('Shop'))
    return plan.kind === 'dev' ? 'follows the sources' : `port ${env.PORT}`
  })
}

async function untilHealthy(url: string, logFile: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
  }
  throw refusal(`The shop does not become ready: the reason is at the end of ${path.relative('.', logFile)}.`)
}

const script = (file: string) => ['--import', 'tsx', path.resolve(file)]

function sayReady({ board, plan }: Start, tookMs: number): void {
  const folder = path.relative('.', plan.dataDirectory) || '.'
  board.write(`\n  ${board.bold(`Open ${plan.address}`)}   ${board.dim(`ready in ${seconds(tookMs)}`)}`)
  if (plan.kind !== 'serve') board.write(`  ${board.dim(`Ctrl-C stops it. Data and logs are in ${folder}/ and stay; npm run reset begins anew.`)}\n`)
}
