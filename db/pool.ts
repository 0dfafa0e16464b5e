import postgres from 'postgres'
import { DomainError } from '@/lib/core/errors'
import { logger } from '@/lib/platform/logger'
import { metrics } from '@/lib/platform/metrics/metrics'
import { lazyQuery, type Query } from './lazy-query'
import { type Door, runPooledTransaction, type TransactionClient } from './pooled-transaction'
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

/** The part of postgres.js that Drizzle's session uses, and `send`, which does not wait to be awaited. */
export type PoolClient = {
  options: postgres.Sql['options']
  unsafe(text: string, params?: unknown[]): Query
  send(text: string, params: unknown[]): Promise<Record<string, unknown>[]>
  begin<T>(work: (client: TransactionClient) => Promise<T>): Promise<T>
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
  function underDeadline<T>(generation: Generation, sent: PromiseLike<T>, limitMs: number): Promise<T> {
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

  function send(
    generation: Generation,
    sql: Pick<postgres.Sql, 'unsafe'>,
    text: string,
    params: unknown[],
    asArrays: boolean,
    limitMs: number,
  ): Promise<unknown[]> {
    recordStatement(text, params)
    const pending = sql.unsafe(text, params as never[], { prepare: prepare && !text.includes(PLAN_AFRESH) })
    return underDeadline(generation, asArrays ? pending.values() : pending.execute(), limitMs)
  }

  async function sendAlone(text: string, params: unknown[], asArrays: boolean): Promise<unknown[]> {
    await semaphore.acquire()
    try {
      return await send(current, current.sql, text, params, asArrays, statementDeadlineMs())
    } finally {
      semaphore.release()
    }
  }

  const doorOf = (generation: Generation): Door => ({
    options: generation.sql.options,
    limitMs: statementDeadlineMs(),
    slackMs: SLACK_MS,
    // It may include connecting.
    reserve: () => underDeadline(generation, generation.sql.reserve(), statementDeadlineMs()),
    send: (connection, text, params, asArrays, limitMs) => send(generation, connection, text, params, asArrays, limitMs),
    control: (query) => underDeadline(generation, query.execute(), statementDeadlineMs()),
    lost: (reason) => {
      replace(generation, reason)
      return unavailable(reason)
    },
  })

  const client: PoolClient = {
    options: current.sql.options,
    unsafe: (text, params = []) => lazyQuery((asArrays) => sendAlone(text, params, asArrays)),
    send: (text, params) => sendAlone(text, params, false) as Promise<Record<string, unknown>[]>,
    begin: async (work) => {
      await semaphore.acquire()
      try {
        return await runPooledTransaction(doorOf(current), work)
      } finally {
        semaphore.release()
      }
    },
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
