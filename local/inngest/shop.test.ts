import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { realClock } from './clock'
import { startExecutor } from './executor'
import { createExecutorServer } from './server'
import { syncApp } from './sync-app'

const { signingKey, executorPort } = await vi.hoisted(async () => {
  const { freePort } = await import('../ports')
  const signingKey = `signkey-local-${'ab'.repeat(32)}`
  const executorPort = await freePort()
  Object.assign(process.env, {
    INNGEST_BASE_URL: `http://127.0.0.1:${executorPort}`,
    INNGEST_EVENT_KEY: 'events',
    INNGEST_SIGNING_KEY: signingKey,
    LOG_LEVEL: 'silent',
  })
  return { signingKey, executorPort }
})

const { POST, PUT } = await import('@/app/api/inngest/route')
const { allJobs } = await import('@/lib/jobs/all-jobs')

/** What Next does for a route: a `Request` of the web in, a `Response` out. */
async function asRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
  return new Request(`http://${request.headers.host}${request.url}`, { method: request.method, headers, body: Buffer.concat(chunks) })
}

test("the executor takes every job of the shop, over the shop's own route, signed both ways", async () => {
  const app = createServer(async (request, response) => {
    const answer = await (request.method === 'PUT' ? PUT : POST)(await asRequest(request))
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
  const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`
  const said: string[] = []
  const report = (words: string) => void said.push(words)
  const executor = await startExecutor({
    databaseUrl: process.env.DATABASE_URL ?? '',
    clock: realClock,
    signingKey,
    appOrigin: new URL(appUrl).origin,
    report,
  })
  const server = createExecutorServer({ executor, eventKey: 'events', signingKey, adminToken: 'token', isAppKnown: () => true, report })
  await new Promise<void>((resolve) => server.listen(executorPort, '127.0.0.1', resolve))

  await syncApp({ appUrl, signingKey, signal: AbortSignal.timeout(20_000), report, isFollowing: false })
  const known = executor.functions.all().filter(({ isRegistered }) => isRegistered)
  expect([said, known.map(({ id }) => id).sort()]).toEqual([[], allJobs.map(({ id }) => `highstreet-${id}`).sort()])

  await executor.stop()
  for (const one of [app, server]) {
    one.closeAllConnections()
    one.close()
  }
})
