import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDomainError } from '@/lib/core/errors'
import { freePort } from '@/local/ports'
import { type LocalPostgres, startPostgres } from '@/local/postgres'
import { createPool, type Pool } from './pool'
import { size } from './testing/seed'

const directory = path.resolve('.data', `pool-test-${process.pid}`)
let port = 0
let server: LocalPostgres
const pools: Pool[] = []

/** The server of this file alone: it is killed and started again. */
const start = () => startPostgres({ directory, port, fast: true })

beforeAll(async () => {
  port = await freePort()
  server = await start()
})

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end().catch(() => {})))
  await server.stop()
  await rm(server.directory, { recursive: true, force: true })
})

function open(options: Partial<Parameters<typeof createPool>[0]> = {}): Pool {
  const pool = createPool({ url: server.url, max: 8, ...options })
  pools.push(pool)
  return pool
}

type Outcome = { startedAt: number; endedAt: number; error: unknown }

/** Twenty callers that go on until they are told to stop: half of them query, half run transactions of two statements. */
function keepBusy(pool: Pool) {
  const outcomes: Outcome[] = []
  let isOver = false
  let underWay = 0
  const caller = async (index: number) => {
    while (!isOver) {
      const startedAt = performance.now()
      underWay++
      const error = await once(pool, index % 2 === 0).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      underWay--
      outcomes.push({ startedAt, endedAt: performance.now(), error })
      await sleep(error ? 20 : 1)
    }
  }
  const callers = Array.from({ length: 20 }, (_, index) => caller(index))
  return {
    outcomes,
    underWay: () => underWay,
    stop: async () => {
      isOver = true
      await Promise.race([Promise.all(callers), sleep(15_000)])
    },
  }
}

async function once(pool: Pool, isTransaction: boolean): Promise<void> {
  if (!isTransaction) {
    await pool.client.unsafe('select pg_sleep(0.005)')
    return
  }
  await pool.client.begin(async (tx) => {
    await tx.unsafe('select 1')
    await tx.unsafe('select pg_sleep(0.005)')
  })
}

test.each(['SIGQUIT', 'SIGKILL'] as const)(
  'P11: Postgres ended by %s under load: no caller hangs, no crash, and the first answer comes within a second',
  async (signal) => {
    const pool = open()
    const load = keepBusy(pool)
    await sleep(500)
    const gone = new Promise((resolve) => server.child.once('exit', resolve))
    server.child.kill(signal)
    await gone
    await sleep(1_500)
    server = await start()
    const upAt = performance.now()
    await sleep(size(3_500, 8_000))
    await load.stop()

    expect(load.underWay(), 'callers that still wait').toBe(0)
    const failures = load.outcomes.filter(({ error }) => error !== null)
    expect(failures.length).toBeGreaterThan(0)
    expect(failures.filter(({ error }) => !isDomainError(error) || error.code !== 'unavailable').map(({ error }) => error)).toEqual([])
    const firstSuccess = load.outcomes.find(({ error, startedAt, endedAt }) => error === null && startedAt > upAt - 2_000 && endedAt > upAt)
    expect((firstSuccess?.endedAt ?? Number.POSITIVE_INFINITY) - upAt).toBeLessThan(size(3_000, 1_000))
    expect(failures.filter(({ startedAt }) => startedAt > upAt + 6_000)).toEqual([])
    expect(Math.max(...load.outcomes.map(({ startedAt, endedAt }) => endedAt - startedAt))).toBeLessThan(8_000)
  },
  60_000,
)

test('P12, R158: a caller that finds the pool exhausted gets unavailable after the wait limit, and the pool works on', async () => {
  const pool = open({ max: 2, waitLimitMs: 300 })
  const held = [pool.client.unsafe('select pg_sleep(3)'), pool.client.unsafe('select pg_sleep(3)')].map((query) => Promise.resolve(query))
  const startedAt = performance.now()
  await expect(Promise.resolve(pool.client.unsafe('select 1'))).rejects.toMatchObject({ code: 'unavailable' })
  expect(performance.now() - startedAt).toBeLessThan(2_000)
  await Promise.all(held)
  expect(await pool.client.unsafe('select 1 as one')).toEqual([{ one: 1 }])
  expect(pool.state()).toMatchObject({ held: 0, waiting: 0, generation: 1 })
})

test('P12: backends that are ended at random are seen as unavailable, and the connections are replaced', async () => {
  const pool = open({ max: 4 })
  const admin = open({ max: 1 })
  const load = keepBusy(pool)
  for (let round = 0; round < 20; round++) {
    await sleep(50)
    await admin.client.unsafe(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend' order by random() limit 1`,
    )
  }
  await sleep(500)
  await load.stop()
  expect(load.underWay()).toBe(0)
  const others = load.outcomes.filter(({ error }) => error !== null && !(isDomainError(error) && error.code === 'unavailable'))
  expect(others.map(({ error }) => error)).toEqual([])
  expect(await pool.client.unsafe('select 1 as one')).toEqual([{ one: 1 }])
}, 30_000)

test('S11: a statement may take five seconds and wait two for a lock', async () => {
  const pool = open({ max: 2 })
  expect(await pool.client.unsafe('show statement_timeout')).toEqual([{ statement_timeout: '5s' }])
  expect(await pool.client.unsafe('show lock_timeout')).toEqual([{ lock_timeout: '2s' }])
})

test('a statement that runs into its limit is an error of Postgres and replaces nothing', async () => {
  const pool = open({ max: 2, statementTimeoutMs: 200 })
  await expect(Promise.resolve(pool.client.unsafe('select pg_sleep(1)'))).rejects.toMatchObject({ code: '57014' })
  expect(pool.state().generation).toBe(1)
})

test('a socket that says nothing is found dead after the deadline, and later callers get a new connection', async () => {
  const pool = open({ max: 2, statementTimeoutMs: 500 })
  await pool.client.unsafe('select 1')
  server.child.kill('SIGSTOP')
  const backends = (await backendPids()).filter((pid) => pid !== server.pid)
  for (const pid of backends) process.kill(pid, 'SIGSTOP')
  try {
    const startedAt = performance.now()
    await expect(Promise.resolve(pool.client.unsafe('select 1'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(performance.now() - startedAt).toBeLessThan(size(6_000, 2_500))
  } finally {
    for (const pid of [...backends, server.pid]) process.kill(pid, 'SIGCONT')
  }
  expect(await pool.client.unsafe('select 1 as one')).toEqual([{ one: 1 }])
  expect(pool.state().generation).toBeGreaterThan(1)
}, 20_000)

/** The processes that Postgres started: one for each connection, and its helpers. */
async function backendPids(): Promise<number[]> {
  const children = await readFile(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8')
  return children.trim().split(' ').filter(Boolean).map(Number)
}
