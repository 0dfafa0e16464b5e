import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildShop, deploymentIdOf, isBuilt } from './build'
import { wantedStamp } from './build-stamp'
import { refusal } from './sentences'
import { withBoundedMemory } from './server-memory'
import { type Services, script } from './services'
import type { Start } from './start'

/** The shop itself, after a build where the present one belongs to other sources or to another database. */
export async function buildAndStartShop(start: Start, shopId: string): Promise<void> {
  if (start.plan.kind !== 'dev') await prepareBuild(start, shopId)
  start.signal.throwIfAborted()
  await startShop(start)
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
