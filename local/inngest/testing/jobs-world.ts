import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Inngest, InngestFunction } from 'inngest'
import { serve } from 'inngest/node'
import postgres from 'postgres'
import type { Operation } from '../call-function'
import { type MovableClock, stillClock } from '../clock'
import { parseDuration } from '../durations'
import { startExecutor } from '../executor'
import { createExecutorServer } from '../server'
import { syncApp } from '../sync-app'

/** One call that the executor made of the app, and what came of it. */
export type SeenCall = {
  /** The function's id without the app's name. */
  function: string
  /** The step that was asked for by name; null for a call that goes on from where the run is. */
  step: string | null
  attempt: number
  /** `finished`, `failed`, `unreachable`, or the operations that came back, as `StepRun send mail`. */
  outcome: string
}

export type SeenRun = {
  id: string
  function: string
  status: 'queued' | 'running' | 'completed' | 'failed' | 'cancelled'
  output: unknown
  error: { name: string; message: string } | null
  event: { name: string; data: unknown }
}

export type JobsWorldOptions = {
  /** The client that the functions were made with. */
  client: Inngest.Any
  functions: InngestFunction.Any[]
  /** The database of the test file by default. */
  databaseUrl?: string
  /** Those that the client was made with, when it was given any. */
  keys?: { eventKey: string; signingKey: string }
}

/**
 * The real executor on a free port, over the test's database, and a server in front of the functions as `/api/inngest` is: everything goes
 * over the real protocol, signed. The clock stands still until `advance` moves it. Each world begins with empty tables of the executor; the
 * shop's own tables are what the test made of them.
 *
 * ```ts
 * const world = await startJobsWorld({ client: inngest, functions: [remindOfCart] })
 * await world.send({ name: 'cart.changed', data: { cartId } })   // and waits until nothing is left to do now
 * await world.advance('1h')                                      // through everything that becomes due on the way, in order
 * expect(await world.runs('remind-of-cart')).toMatchObject([{ status: 'completed' }])
 * await world.stop()
 * ```
 *
 * What functions read from `Date` or from Postgres's `now()` does not move along: let them look at rows whose times the test sets.
 */
export async function startJobsWorld({ client, functions, databaseUrl = process.env.DATABASE_URL ?? '', keys }: JobsWorldOptions) {
  await dropSchema(databaseUrl)
  const clock = stillClock()
  const calls: SeenCall[] = []
  const problems: string[] = []
  const adminToken = randomBytes(16).toString('hex')
  const eventKey = keys?.eventKey ?? randomBytes(16).toString('hex')
  const signingKey = client.mode === 'dev' ? null : (keys?.signingKey ?? `signkey-test-${randomBytes(32).toString('hex')}`)
  const shortId = (id: string) => id.replace(`${client.id}-`, '')
  const names = new Map<string, string>()

  const executor = await startExecutor({
    databaseUrl,
    clock,
    signingKey,
    report: (words) => problems.push(words),
    observe: ({ functionId, stepId, attempt }, answer) => {
      if (answer.kind === 'operations') for (const { id, displayName } of answer.operations) names.set(id, displayName ?? id)
      const outcome = answer.kind === 'operations' ? answer.operations.map(wordsOf).join(', ') : answer.kind
      calls.push({ function: shortId(functionId), step: stepId === 'step' ? null : (names.get(stepId) ?? stepId), attempt, outcome })
    },
  })
  const server = createExecutorServer({ executor, eventKey, signingKey, adminToken, clock, isAppKnown: () => true })
  const baseUrl = await listen(server)

  Object.assign(process.env, { INNGEST_BASE_URL: baseUrl, INNGEST_EVENT_KEY: eventKey, ...(signingKey && { INNGEST_SIGNING_KEY: signingKey }) })
  client.setEnvVars(process.env)
  // `serve` reads where to register when it is called.
  let handler = serve({ client, functions })
  const app = createServer((request, response) => handler(request, response))
  const appUrl = `${await listen(app)}/api/inngest`
  try {
    await register()
  } catch (error) {
    await stop()
    throw error
  }

  async function register(): Promise<void> {
    const response = new AbortController()
    const said: string[] = []
    const report = (words: string) => {
      said.push(words)
      response.abort()
    }
    await syncApp({ appUrl, signingKey, signal: response.signal, report, isFollowing: false })
    if (said.length > 0) throw new Error(said.join('\n'))
  }

  async function stop(): Promise<void> {
    await executor.stop()
    await Promise.all([close(server), close(app)])
  }

  async function settled(): Promise<void> {
    executor.wake()
    await executor.settled()
    const [problem] = problems.splice(0)
    if (problem) throw new Error(`The executor reported: ${problem}`)
  }

  return {
    calls,
    executor,
    now: () => new Date(clock.now()),
    /** Sends events as the shop does and waits until nothing is left to do at this moment. */
    send: async (events: Parameters<Inngest.Any['send']>[0]) => {
      const sent = await client.send(events)
      await settled()
      return sent
    },
    settled,
    /** Moves the clock, through every moment at which something becomes due, in order, letting each settle. */
    advance: async (duration: string) => {
      const end = clock.now() + (parseDuration(duration) ?? Number.NaN)
      if (Number.isNaN(end)) throw new Error(`"${duration}" is not a duration.`)
      await settled()
      for (let next = await executor.nextDueAt(); next !== null && next <= end; next = await executor.nextDueAt()) {
        clock.set(Math.max(next, clock.now()))
        await settled()
      }
      clock.set(end)
      await settled()
    },
    /** Sets the clock at once, forwards or back, as when the machine's time is corrected. */
    jump: async (to: Date) => {
      clock.set(to.getTime())
      await settled()
    },
    /** The runs of a function, or of all, oldest first. */
    runs: async (functionId?: string): Promise<SeenRun[]> => {
      const rows = await executor.sql<(Omit<SeenRun, 'function' | 'event'> & { function_id: string; events: [SeenRun['event']] })[]>`
        select id, function_id, status, output, error, events from runs order by created_at, id`
      const seen = rows.map(({ function_id, events, ...run }) => ({ ...run, function: shortId(function_id), event: events[0] }))
      return seen.filter((run) => functionId === undefined || run.function === functionId)
    },
    /** The app is deployed anew with these functions, and registers them unless it is an instance that has not come to it yet. */
    serve: async (deployed: InngestFunction.Any[], { isRegistered = true } = {}) => {
      handler = serve({ client, functions: deployed })
      if (isRegistered) await register()
    },
    /** What the executor does each minute of its own time: schedules of a clock that was set back, forgetting what is old. */
    upkeep: () => executor.keepUp(),
    /** Asks as the dashboard does. @throws Error that names the status. */
    admin: async <T>(method: 'GET' | 'POST', path: string): Promise<T> => {
      const response = await fetch(`${baseUrl}/admin/${path}`, { method, headers: { authorization: `Bearer ${adminToken}` } })
      const text = await response.text()
      if (!response.ok) throw new Error(`${response.status} ${text}`)
      return JSON.parse(text) as T
    },
    /** While `during` runs nothing listens where the functions are served. */
    appIsDown: async (during: () => Promise<void>) => {
      const { port } = app.address() as AddressInfo
      await close(app)
      await during()
      await new Promise<void>((resolve) => app.listen(port, '127.0.0.1', resolve))
    },
    /** A second executor over the same tables, as on another machine, with a clock of its own. The caller stops it. */
    join: (own: MovableClock) => startExecutor({ databaseUrl, clock: own, signingKey, report: (words) => problems.push(words) }),
    stop,
  }
}

export type JobsWorld = Awaited<ReturnType<typeof startJobsWorld>>

const wordsOf = ({ op, displayName, id }: Operation) => `${op} ${displayName ?? id}`

async function dropSchema(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} })
  await sql`drop schema if exists inngest_local cascade`
  await sql.end()
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
