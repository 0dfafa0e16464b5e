import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEMO_PASSWORD, demoPeople } from '@/db/demo/people'
import { createBoard, seconds } from './board'
import type { DatabaseState } from './database'
import { addressOf, dataDirectoryOf, givenEnvironment, planShop, type ShopKind, shopEnvironment } from './environment'
import { readKept, writeKept } from './kept'
import { prepareDatabase, renderPictures } from './prepare-data'
import { refuseUnsafeSettings, requireFreePort } from './require-startable'
import { takeDataDirectory } from './run-state'
import { refusal } from './sentences'
import { createServices, type Services } from './services'
import type { Start } from './start'
import { buildAndStartShop } from './start-shop'
import { startDatabase, startInngest, startRedis, startTestPayments } from './start-stand-ins'
import { stopRequests } from './stop-requests'

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
    const started = await Promise.race([startAll(start), stopping.requested, failureOf(services)])
    if (!stopping.signal.aborted) {
      await writeKept(plan.dataDirectory, kept)
      sayReady(start, Date.now() - beganAt, Boolean(started?.state.hasDemoPeople))
      process.send?.({ ready: plan.address, databaseUrl: start.env.DATABASE_URL, env: start.env })
      await Promise.race([stopping.requested, failureOf(services), failureIn(started?.pictures)])
    }
    return 0
  } finally {
    const wasAsked = stopping.signal.aborted
    stopping.abort()
    await runFile.sayStopping()
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

async function failureOf(services: Services): Promise<never> {
  const { name, how, logFile } = await services.death
  throw refusal(
    `${name} ${how}, so everything else was stopped too: its log is ${path.relative('.', logFile)}; start again and the shop recovers by itself.`,
  )
}

/** The demo's pictures are drawn beside all that, and go on behind the open shop, which draws by itself what somebody asks for before. */
async function startAll(start: Start): Promise<{ state: DatabaseState; pictures: Promise<void> | undefined }> {
  const redis = startRedis(start)
  // Whichever fails first is reported; the failures of the others must not go unheard as rejections of nobody.
  redis.catch(() => {})
  await startDatabase(start)
  start.signal.throwIfAborted()
  const state = await prepareDatabase(start)
  start.signal.throwIfAborted()
  const pictures = state.hasDemo && start.plan.kind !== 'serve' ? renderPictures(start) : undefined
  const shop = Promise.all([redis, buildAndStartShop(start, state.shopId), startTestPayments(start), startInngest(start)])
  await Promise.race([shop, failureIn(pictures)])
  return { state, pictures }
}

/** Never, unless the work fails. */
async function failureIn(work: Promise<void> | undefined): Promise<never> {
  await work
  return new Promise(() => {})
}

function sayReady({ board, plan }: Start, tookMs: number, hasLogins: boolean): void {
  const folder = path.relative('.', plan.dataDirectory) || '.'
  board.write(`\n  ${board.bold(`Open ${plan.address}`)}   ${board.dim(`ready in ${seconds(tookMs)}`)}`)
  if (hasLogins) board.write(`  Sign in as ${demoPeople.map(({ email }) => email).join(', ')}   ${board.dim('password:')} ${DEMO_PASSWORD}`)
  if (plan.kind !== 'serve') board.write(`  ${board.dim(`Ctrl-C stops it. Data and logs are in ${folder}/ and stay; npm run reset begins anew.`)}\n`)
}
