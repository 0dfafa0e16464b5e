import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Inngest } from 'inngest'
import { serve } from 'inngest/node'
import postgres from 'postgres'
import { migrate } from '@/db/migrate'
import { freePort } from '@/local/ports'
import { script } from '@/local/services'
import { startBenchPostgres } from './catalogues'
import { rssOf } from './measure'
import { whereAndWhen, writeSection } from './results'

/*
 * `npm run bench -- jobs`: one executor of local/inngest as `npm start` runs it, a Postgres of its own, and functions served by this
 * process with Inngest's SDK. Sender, functions, executor and Postgres share the machine.
 */

const BATCH = 100
const signingKey = `signkey-bench-${randomBytes(32).toString('hex')}`
const quiet = { info() {}, warn() {}, error() {}, debug() {} }

type Executor = { child: ChildProcess; url: string; pid: number }

/** Measures, the memory over so many `events`, and writes the section "Background work" of `file`. */
export async function benchJobs(file: string, events: number): Promise<void> {
  const bench = await startBenchPostgres()
  const databaseUrl = await bench.empty('bench_jobs')
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} })
  const app = createServer()
  const appUrl = await listen(app)
  await migrate(databaseUrl)
  const executor = await startExecutorProcess(databaseUrl, appUrl)
  const { client, delays, done } = serveFunctions(app, executor.url)
  try {
    await untilRegistered(executor.url)
    await sleep(3_000)
    const lines: string[] = []
    const say = (text: string) => {
      lines.push(text)
      process.stdout.write(`${text}\n`)
    }
    say(`- RSS of the executor at rest: ${rss(executor)} MB; CPU at rest: ${await idleCpu(executor)} % of a core.`)
    await send(client, 'warm', 200)
    await until(() => done.count >= 200)

    delays.length = 0
    await atPace(20, 20, () => send(client, 'plain', 1))
    say(`- Event to function start at 20 events/s: ${percentiles(delays)} (${delays.length} events).`)

    delays.length = 0
    const outbox = await openOutbox(databaseUrl, executor.url)
    await atPace(20, 20, outbox.publish)
    await outbox.close()
    say(`- Commit to function start, through outbox and dispatcher, at 20 events/s: ${percentiles(delays)} (${delays.length} events).`)

    for (const [name, words, count] of [
      ['plain', 'A function without steps (one call)', Math.min(10_000, events)],
      ['stepped', 'A function with two steps (three calls)', Math.min(4_000, events)],
    ] as const) {
      const ticksBefore = cpuTicks(executor)
      const rate = await throughput(client, done, name, count)
      const cpuMs = ((cpuTicks(executor) - ticksBefore) * 10) / count
      const what = `${Math.round(rate)} events/s from the first event sent to the last run ended`
      say(`- ${words}: ${what}, ${count.toLocaleString('en-US')} events; ${cpuMs.toFixed(1)} ms of the executor's CPU each.`)
    }
    say(await memory(client, done, executor, events))
    const [left] = await sql<{ runs: number; open: number }[]>`
      select count(*)::int as runs, count(*) filter (where status <> 'completed')::int as open from inngest_local.runs`
    say(`- Runs in the database afterwards: ${left?.runs.toLocaleString('en-US')}, of them not completed: ${left?.open}.`)
    const what = 'Written by `npm run bench -- jobs`: one executor of `local/inngest`; the SDK serves the functions in the process that sends.'
    await writeSection(file, 'Background work', [`${what} ${whereAndWhen()}`, '', ...lines])
  } finally {
    executor.child.kill('SIGTERM')
    await once(executor.child, 'exit')
    app.closeAllConnections()
    app.close()
    await sql.end()
    await bench.stop()
  }
}

async function startExecutorProcess(databaseUrl: string, appUrl: string): Promise<Executor> {
  const port = await freePort()
  const child = spawn(process.execPath, script('local/inngest/main.ts'), {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      INNGEST_LOCAL_PORT: String(port),
      INNGEST_LOCAL_APP: `${appUrl}/api/inngest`,
      INNGEST_LOCAL_TOKEN: 'bench',
      INNGEST_EVENT_KEY: 'bench',
      INNGEST_SIGNING_KEY: signingKey,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  await once(child, 'message')
  return { child, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 }
}

function serveFunctions(app: Server, baseUrl: string) {
  const client = new Inngest({ id: 'bench', logger: quiet, baseUrl, eventKey: 'bench', signingKey, checkpointing: false })
  const delays: number[] = []
  const done = { count: 0 }
  const plain = client.createFunction({ id: 'plain', triggers: ['plain', 'warm', 'email.queued'].map((event) => ({ event })) }, async ({ event }) => {
    delays.push(Date.now() - (event.ts ?? 0))
    done.count++
  })
  const stepped = client.createFunction({ id: 'stepped', triggers: { event: 'stepped' } }, async ({ step }) => {
    await step.run('one', () => 1)
    await step.run('two', () => {
      done.count++
    })
  })
  const idle = Array.from({ length: 30 }, (_, index) =>
    client.createFunction({ id: `idle-${index}`, triggers: [{ event: `idle-${index}` }, { cron: '0 3 1 1 *' }] }, async () => {}),
  )
  app.on('request', serve({ client, functions: [plain, stepped, ...idle] }))
  return { client, delays, done }
}

async function untilRegistered(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/admin/functions`, { headers: { authorization: 'Bearer bench' } })
    const { data } = (await answer.json()) as { data: unknown[] }
    if (data.length > 0) return
    await sleep(100)
  }
}

const send = (client: Inngest.Any, name: string, count: number) =>
  client.send(Array.from({ length: count }, (_, index) => ({ name, data: { orderId: `order-${index}`, orderNumber: `HS-${index}` } })))

async function atPace(perSecond: number, seconds: number, act: () => Promise<unknown>): Promise<void> {
  const beganAt = Date.now()
  const begun: Promise<unknown>[] = []
  for (let index = 0; index < perSecond * seconds; index++) {
    await sleep(Math.max(0, beganAt + (index * 1_000) / perSecond - Date.now()))
    begun.push(act())
  }
  await Promise.all(begun)
  await sleep(1_000)
}

/** The shop's own way to the executor, in this process: an event in a transaction, and the dispatcher that looks after the outbox. */
async function openOutbox(databaseUrl: string, baseUrl: string) {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    INNGEST_BASE_URL: baseUrl,
    INNGEST_EVENT_KEY: 'bench',
    INNGEST_SIGNING_KEY: signingKey,
    LOG_LEVEL: 'warn',
  })
  // They read the environment when they are loaded.
  const [{ startDispatcher }, { transaction }, { publish }, { newId }, { closeDatabase }] = await Promise.all([
    import('@/lib/jobs/start-dispatcher'),
    import('@/db/transaction'),
    import('@/lib/platform/events/publish'),
    import('@/lib/core/ids'),
    import('@/db/client'),
  ])
  const dispatcher = startDispatcher()
  return {
    publish: () => transaction(async (tx) => publish(tx, { type: 'email.queued', emailId: newId() })),
    close: async () => {
      await dispatcher.stop()
      await closeDatabase()
    },
  }
}

async function throughput(client: Inngest.Any, done: { count: number }, name: string, count: number): Promise<number> {
  const wanted = done.count + count
  const beganAt = Date.now()
  for (let sent = 0; sent < count; sent += BATCH) await send(client, name, BATCH)
  await until(() => done.count >= wanted)
  return count / ((Date.now() - beganAt) / 1_000)
}

/** The executor's memory while events go through it as fast as it takes them. */
async function memory(client: Inngest.Any, done: { count: number }, executor: Executor, events: number): Promise<string> {
  const before = done.count
  const samples = [rss(executor)]
  const beganAt = Date.now()
  for (let tenth = 0; tenth < 10; tenth++) {
    for (let sent = 0; sent < events / 10; sent += BATCH) await send(client, 'plain', BATCH)
    await until(() => done.count >= before + ((tenth + 1) * events) / 10)
    samples.push(rss(executor))
  }
  const rate = Math.round(events / ((Date.now() - beganAt) / 1_000))
  return `- RSS of the executor over ${events.toLocaleString('en-US')} events (${rate} events/s), at the start and after each tenth: ${samples.join(', ')} MB.`
}

const rss = ({ pid }: Executor) => Math.round(rssOf(pid))

async function idleCpu(executor: Executor): Promise<string> {
  const before = cpuTicks(executor)
  await sleep(10_000)
  return ((cpuTicks(executor) - before) / 10).toFixed(1)
}

/** User and system time in hundredths of a second (proc(5), fields 14 and 15). */
function cpuTicks({ pid }: Executor): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return Number(fields[11]) + Number(fields[12])
}

function percentiles(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20)
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
