import postgres from 'postgres'
import { DomainError } from '@/lib/core/errors'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'
import { createSemaphore } from './semaphore'
import { PLAN_AFRESH, recordStatement } from './statements'

export type PoolOptions = {
  url: string
  /** Connections, and so the number of callers that may hold one. */
  max: number
  /** How long a caller waits for a connection before it gets `unavailable`. */
  waitLimitMs?: number
  /** Per statement, enforced by Postgres. */
  statementTimeoutMs?: number
  lockTimeoutMs?: number
  /** Off behind PgBouncer in transaction mode. */
  prepare?: boolean
  name?: string
}

type Generation = { number: number; sql: postgres.Sql }
type Runner = postgres.Sql | postgres.TransactionSql
type Query = Promise<Record<string, unknown>[]> & { values(): Promise<unknown[][]> }

/** The part of postgres.js that Drizzle's session uses. */
export type PoolClient = {
  options: postgres.Sql['options']
  unsafe(text: string, params?: unknown[]): Query
  begin<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>
}
export type TransactionClient = {
  options: postgres.Sql['options']
  unsafe(text: string, params?: unknown[]): Query
  savepoint<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>
}

const SLACK_MS = 1_000

/**
 * postgres.js behind a door that survives a restart of Postgres under load:
 * callers wait for a connection in our semaphore, every statement has a deadline of its `statement_timeout` plus a second,
 * and a connection-class error or a missed deadline replaces the pool, once per generation. Work on healthy sockets of the
 * old generation is left to finish. See `DECISIONS.md`, "postgres.js behind a door".
 */
export function createPool(options: PoolOptions) {
  const { max, waitLimitMs = 2_000, statementTimeoutMs = 5_000, lockTimeoutMs = 2_000, prepare = true } = options
  const semaphore = createSemaphore(max, waitLimitMs)
  let current = open(1)

  function open(number: number): Generation {
    const sql = postgres(options.url, {
      max,
      prepare,
      connect_timeout: 5,
      idle_timeout: 60,
      max_lifetime: 60 * 30,
      onnotice: () => {},
      // Amounts are safe integers; what is larger stays exact as a BigInt.
      types: { bigint: { to: 20, from: [20], parse: parseInt8, serialize: String } },
      connection: {
        application_name: options.name ?? 'highstreet',
        statement_timeout: statementTimeoutMs,
        lock_timeout: lockTimeoutMs,
        idle_in_transaction_session_timeout: 15_000,
      },
    })
    leaveTimesAndJsonToDrizzle(sql)
    return { number, sql }
  }

  function replace(broken: Generation, reason: unknown): void {
    if (broken.number !== current.number) return
    current = open(broken.number + 1)
    metrics.poolReplaced.inc()
    logger.warn({ err: reason, generation: current.number }, 'database connections replaced')
    broken.sql.end({ timeout: 10 }).catch(() => {})
  }

  /** Waits for `sent` at most `limitMs`; a missed deadline proves a dead socket. */
  function underDeadline<T>(generation: Generation, sent: Promise<T>, limitMs: number): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        const error = new Error(`Postgres did not answer within ${limitMs} ms`)
        replace(generation, error)
        reject(unavailable(error))
      }, limitMs)
      sent.then(
        (value) => {
          clearTimeout(timer)
          resolve(value)
        },
        (error: unknown) => {
          clearTimeout(timer)
          if (isConnectionError(error)) {
            replace(generation, error)
            reject(unavailable(error))
          } else reject(error)
        },
      )
    })
  }

  const statementDeadlineMs = () => statementTimeoutMs + SLACK_MS

  function send(generation: Generation, runner: Runner, text: string, params: unknown[], asArrays: boolean, limitMs: number): Promise<unknown[]> {
    recordStatement(text, params)
    const pending = runner.unsafe(text, params as never[], { prepare: prepare && !text.includes(PLAN_AFRESH) })
    return underDeadline(generation, Promise.resolve(asArrays ? pending.values() : pending), limitMs)
  }

  /** A query that is sent when it is awaited, as rows or, after `.values()`, as arrays. */
  function lazyQuery(run: (asArrays: boolean) => Promise<unknown[]>): Query {
    const lazy = {
      // biome-ignore lint/suspicious/noThenProperty: Drizzle awaits the query object itself, as it does postgres.js's own.
      then: (resolve: (rows: unknown[]) => unknown, reject: (error: unknown) => unknown) => run(false).then(resolve, reject),
      values: () => run(true),
    }
    return lazy as unknown as Query
  }

  const client: PoolClient = {
    options: current.sql.options,
    unsafe: (text, params = []) =>
      lazyQuery(async (asArrays) => {
        await semaphore.acquire()
        try {
          const generation = current
          return await send(generation, generation.sql, text, params, asArrays, statementDeadlineMs())
        } finally {
          semaphore.release()
        }
      }),
    begin: async (work) => {
      await semaphore.acquire()
      try {
        const generation = current
        return await runTransaction(generation, work)
      } finally {
        semaphore.release()
      }
    },
  }

  async function runTransaction<T>(generation: Generation, work: (client: TransactionClient) => Promise<T>): Promise<T> {
    let fail: (error: unknown) => void = () => {}
    const dead = new Promise<never>((_, reject) => {
      fail = reject
    })
    // The first statement includes connecting; BEGIN and COMMIT have the same deadline as a statement.
    let started = false
    const begun = generation.sql.begin(async (raw) => {
      started = true
      const value = await work(transactionClient(generation, raw, fail))
      watch.refresh()
      return value
    }) as Promise<T>
    const watch = setInterval(() => {
      if (!started) missed()
    }, statementDeadlineMs())
    const missed = () => {
      const error = new Error('Postgres did not begin a transaction in time')
      replace(generation, error)
      fail(unavailable(error))
    }
    dead.catch(() => {})
    begun.catch(() => {})
    try {
      return await Promise.race([begun, dead])
    } catch (error) {
      if (isConnectionError(error)) {
        replace(generation, error)
        throw unavailable(error)
      }
      throw error
    } finally {
      clearInterval(watch)
    }
  }

  function transactionClient(generation: Generation, raw: postgres.TransactionSql, fail: (error: unknown) => void): TransactionClient {
    let limitMs = statementDeadlineMs()
    return {
      options: generation.sql.options,
      unsafe: (text, params = []) =>
        lazyQuery(async (asArrays) => {
          const ownLimit = /^set local statement_timeout = (\d+)$/i.exec(text)?.[1]
          if (ownLimit) limitMs = Number(ownLimit) + SLACK_MS
          try {
            return await send(generation, raw, text, params, asArrays, limitMs)
          } catch (error) {
            // postgres.js waits for the dead statement for ever; the caller must not.
            if (error instanceof DomainError) fail(error)
            throw error
          }
        }),
      savepoint: (work) => raw.savepoint((inner) => work(transactionClient(generation, inner, fail))) as Promise<never>,
    }
  }

  return {
    client,
    state: () => ({ ...semaphore.state, generation: current.number }),
    /** Waits up to five seconds for work under way, then closes. */
    end: () => current.sql.end({ timeout: 5 }),
  }
}

export type Pool = ReturnType<typeof createPool>

const unavailable = (cause: unknown) =>
  new DomainError('unavailable', { detail: 'The database is not reachable just now. Please try again in a moment.', retryAfterSeconds: 1, cause })

const connectionCodes = /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P0|08)/

function isConnectionError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && connectionCodes.test(code)
}

function parseInt8(text: string): number | bigint {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}

/** Drizzle reads dates and JSON itself; it sets this only on the client it was given, and generations come and go. */
function leaveTimesAndJsonToDrizzle(sql: postgres.Sql): void {
  const asIs = (value: unknown) => value
  for (const type of [1184, 1082, 1083, 1114, 1182, 1185, 1115, 1231]) {
    sql.options.parsers[type] = asIs as never
    sql.options.serializers[type] = asIs as never
  }
  sql.options.serializers[114] = asIs as never
  sql.options.serializers[3802] = asIs as never
}
