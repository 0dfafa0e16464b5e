import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededRandom, size } from '@/db/testing/seed'
import { freePort } from '../ports'
import { script } from '../services'

const SIGNING_KEY = `signkey-test-${randomBytes(32).toString('hex')}`
const EVENTS_PER_KILL = 8

/** A mail provider that sends each key once and remembers how often it was asked. */
const provider = { asked: 0, sent: new Set<string>() }
async function send(key: string): Promise<void> {
  provider.asked++
  provider.sent.add(key)
  // Time for an executor to die before it knows.
  await sleep(Math.random() * 100)
}

const quiet = { info() {}, warn() {}, error() {}, debug() {} }
const client = new Inngest({ id: 'app', logger: quiet })
const mails = client.createFunction({ id: 'mails', triggers: { event: 'ordered' } }, async ({ event, step }) => {
  const key = await step.run('prepare', () => `${event.data.id}`)
  await Promise.all([step.run('mail', () => send(`mail ${key}`)), step.run('copy', () => send(`copy ${key}`))])
  await step.sleep('a while', '1s')
  await step.sendEvent('shipped', { id: `shipped ${key}`, name: 'shipped', data: { id: key } })
  await step.run('last mail', () => send(`last ${key}`))
  return key
})
const shipped = client.createFunction({ id: 'shipped', triggers: { event: 'shipped' } }, async ({ event, step }) => {
  await step.run('mail', () => send(`shipped ${event.data.id}`))
})

type Process = { child: ChildProcess; url: string; ready: Promise<unknown> }
const app = createServer((request, response) => handler?.(request, response))
let handler: ReturnType<typeof serve> | undefined
let running: Process[] = []

beforeAll(async () => {
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  app.closeAllConnections()
  app.close()
})

async function startProcess(): Promise<Process> {
  const port = await freePort()
  const child = spawn(process.execPath, script('local/inngest/main.ts'), {
    env: {
      ...process.env,
      INNGEST_LOCAL_PORT: String(port),
      INNGEST_LOCAL_APP: `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`,
      INNGEST_LOCAL_LEASE_MS: '1500',
      INNGEST_LOCAL_TOKEN: 'token',
      INNGEST_EVENT_KEY: 'events',
      INNGEST_SIGNING_KEY: SIGNING_KEY,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return { child, url: `http://127.0.0.1:${port}`, ready: Promise.race([once(child, 'message'), once(child, 'exit')]) }
}

/** The app talks to an executor that lives: it registers there, and its steps send events there. */
function serveWith(executor: Process | undefined): void {
  Object.assign(process.env, { INNGEST_BASE_URL: executor?.url, INNGEST_EVENT_KEY: 'events', INNGEST_SIGNING_KEY: SIGNING_KEY })
  client.setEnvVars(process.env)
  handler = serve({ client, functions: [mails, shipped] })
}

/** As the dispatcher does: until somebody says that it has them; the ids make a repetition harmless. */
async function deliver(events: unknown[]): Promise<void> {
  for (;;) {
    for (const { url } of running) {
      const answer = await fetch(`${url}/e/events`, { method: 'POST', body: JSON.stringify(events) }).catch(() => null)
      if (answer?.ok) return
    }
    await sleep(50)
  }
}

test('P13: kill -9 of executors at random instants: every mail reaches the provider once per key, every run ends once', {
  timeout: 1_800_000,
}, async () => {
  const random = seededRandom()
  const kills = size(5, 100)
  running = await Promise.all([startProcess(), startProcess()])
  await Promise.all(running.map(({ ready }) => ready))
  serveWith(running[0])

  const ids: string[] = []
  for (let kill = 0; kill < kills; kill++) {
    const events = Array.from({ length: EVENTS_PER_KILL }, (_, index) => ({
      id: `${kill}-${index}`,
      name: 'ordered',
      data: { id: `${kill}-${index}` },
    }))
    ids.push(...events.map(({ id }) => id))
    await deliver(events)
    await sleep(random.integer(0, 400))
    const victim = running.splice(random.integer(0, 1), 1)[0]
    victim?.child.kill('SIGKILL')
    running.push(await startProcess())
    serveWith(running[0])
    await running[0]?.ready
    await deliver(events)
  }

  const sql = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} })
  const statuses = async () => [
    ...(await sql<{ status: string; runs: number }[]>`select status, count(*)::int as runs from inngest_local.runs group by status`),
  ]
  // A slow machine may take as long as it goes on.
  let [ended, movedAt] = [0, Date.now()]
  while (ended < 2 * ids.length && Date.now() - movedAt < 60_000) {
    await sleep(200)
    const now = (await statuses()).find(({ status }) => status === 'completed')?.runs ?? 0
    if (now > ended) movedAt = Date.now()
    ended = now
  }
  const left = await sql`select (select count(*)::int from inngest_local.queue) as calls, (select count(*)::int from inngest_local.waits) as waits`
  expect(await statuses()).toEqual([{ status: 'completed', runs: 2 * ids.length }])
  expect([...left]).toEqual([{ calls: 0, waits: 0 }])
  await sql.end()
  const wanted = ids.flatMap((id) => ['mail', 'copy', 'last', 'shipped'].map((kind) => `${kind} ${id}`))
  expect([...provider.sent].sort()).toEqual(wanted.sort())
  console.log(`P13: ${kills} kills, ${ids.length} orders, ${wanted.length} mails; the provider was asked ${provider.asked} times`)
})
