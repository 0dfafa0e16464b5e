import { movableClock } from './clock'
import { startExecutor } from './executor'
import { createExecutorServer } from './server'
import { syncApp } from './sync-app'

/**
 * The executor of background work as a process of its own, on loopback. Environment: DATABASE_URL, INNGEST_LOCAL_PORT, INNGEST_LOCAL_APP
 * (the app's /api/inngest), INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, INNGEST_LOCAL_TOKEN; INNGEST_LOCAL_FOLLOWS=1 for an app whose sources
 * change, INNGEST_LOCAL_LEASE_MS and INNGEST_LOCAL_CLOCK=movable for tests.
 */
async function main(): Promise<void> {
  const report = (words: string) => void process.stderr.write(`${new Date().toISOString()} ${words}\n`)
  const port = Number(required('INNGEST_LOCAL_PORT'))
  const appUrl = required('INNGEST_LOCAL_APP')
  const signingKey = required('INNGEST_SIGNING_KEY')
  const clock = process.env.INNGEST_LOCAL_CLOCK === 'movable' ? movableClock() : undefined
  const executor = await startExecutor({
    databaseUrl: required('DATABASE_URL'),
    clock,
    signingKey,
    appOrigin: new URL(appUrl).origin,
    leaseMs: Number(process.env.INNGEST_LOCAL_LEASE_MS) || undefined,
    report,
  })
  let isAppKnown = false
  const onKnown = () => {
    isAppKnown = true
  }
  const server = createExecutorServer({
    isAppKnown: () => isAppKnown,
    executor,
    eventKey: required('INNGEST_EVENT_KEY'),
    signingKey,
    adminToken: required('INNGEST_LOCAL_TOKEN'),
    clock,
    report,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const stopping = new AbortController()
  void syncApp({ appUrl, signingKey, signal: stopping.signal, report, onKnown, isFollowing: process.env.INNGEST_LOCAL_FOLLOWS === '1' })
  process.send?.('ready')

  const stop = async () => {
    stopping.abort()
    server.close()
    server.closeIdleConnections()
    await executor.stop()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set.`)
  return value
}

main().catch((error: unknown) => {
  process.stderr.write(`inngest: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
