import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeDatabase } from '@/db/client'
import { lifecycle } from '@/lib/platform/lifecycle'
import { logger } from '@/lib/platform/logger'

/** Load balancers get this long to see that the instance is no longer ready before it stops taking connections. */
const NOTICE_MS = 500
const LIMIT_MS = 9_000

/**
 * On SIGTERM or SIGINT: readiness turns 503, requests under way finish, no connection is reset, exit code 0 within ten seconds (O1).
 * `last` ends what works without being asked, when nobody asks any more.
 */
export function gracefulStop(server: Server, last: () => Promise<void>): void {
  const stop = async (signal: string) => {
    if (lifecycle.isStopping) return
    lifecycle.isStopping = true
    logger.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), LIMIT_MS).unref()
    server.on('request', (_, response) => {
      if (!response.headersSent) response.setHeader('Connection', 'close')
    })
    await untilNobodyCalls(server)
    const closed = new Promise((resolve) => server.close(resolve))
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    await closed
    clearInterval(sweep)
    await last()
    await closeDatabase()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal))
}

/**
 * At least the notice. Connections that the kernel has taken and we have not would be reset by closing: under load the notice can be over
 * before this process has looked at them, so it goes on until a while has passed without a new one.
 */
async function untilNobodyCalls(server: Server): Promise<void> {
  let calls = 0
  server.on('connection', () => calls++)
  await sleep(NOTICE_MS)
  for (let seen = -1, turns = 0; seen !== calls && turns < 20; turns++) {
    seen = calls
    await sleep(50)
  }
}
