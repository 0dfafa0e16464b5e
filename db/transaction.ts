import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { DomainError } from '@/lib/core/errors'
import { metrics } from '@/lib/platform/metrics/metrics'
import { type Database, database } from './client'

/** An open transaction. What is only legal inside one takes it as its first parameter. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Where a read may run. */
export type Reader = Database | Tx

type Hooks = { along: Promise<unknown>[]; withCommit: Map<string, () => Promise<unknown>>; afterCommit: (() => void)[] }
const hooksOf = new WeakMap<Tx, Hooks>()

export type TransactionOptions = {
  /** For reports and jobs; the default of the connection is 5 s. */
  statementTimeoutMs?: number
}

/**
 * Runs `work` in one transaction. Deadlocks (40P01) and serialisation failures (40001, see `isRetryable`) are tried again up to
 * three times with jitter, so `work` must have no effects outside the database.
 * @throws conflict when a lock could not be had within `lock_timeout`.
 */
export const transaction = <T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> => retrying(() => runOnce(work, options))

/** The same care for a statement that is a transaction by itself. */
export async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (isRetryable(error) && attempt <= 3) {
        metrics.retries.inc()
        await sleep(Math.random() * 20 * 2 ** attempt)
        continue
      }
      throw asLockConflict(error)
    }
  }
}

async function runOnce<T>(work: (tx: Tx) => Promise<T>, { statementTimeoutMs }: TransactionOptions): Promise<T> {
  const hooks: Hooks = { along: [], withCommit: new Map(), afterCommit: [] }
  let last: Promise<unknown> = Promise.resolve()
  const run = database().transaction(async (tx) => {
    hooksOf.set(tx, hooks)
    if (statementTimeoutMs) await tx.execute(sql.raw(`set local statement_timeout = ${Math.trunc(statementTimeoutMs)}`))
    const value = await work(tx)
    last = Promise.all([...hooks.along, ...[...hooks.withCommit.values()].map((send) => send())])
    last.catch(() => {})
    return value
  })
  // Why the last statement failed says more than that nothing was committed.
  const result = await run.catch((error: unknown) => last.then(() => Promise.reject(error)))
  for (const effect of hooks.afterCommit) effect()
  return result
}

function hooks(tx: Tx): Hooks {
  const found = hooksOf.get(tx)
  if (!found) throw new Error('This transaction was not opened by transaction()')
  return found
}

/**
 * For a statement that was sent and whose answer nobody has to see before the COMMIT is sent: they travel together. When it fails nothing
 * is committed. Returns its promise, to be awaited after the transaction.
 */
export function along<T>(tx: Tx, sent: Promise<T>): Promise<T> {
  sent.catch(() => {})
  hooks(tx).along.push(sent)
  return sent
}

/**
 * Calls `send` once, when the work is done; `name` makes it happen once however often it is asked for. What it sends travels together with
 * the COMMIT, so it has to send at once (see `statement`), and what comes back is not looked at. When it fails nothing is committed.
 */
export function withCommit(tx: Tx, name: string, send: () => Promise<unknown>): void {
  if (!hooks(tx).withCommit.has(name)) hooks(tx).withCommit.set(name, send)
}

/** Runs `effect` after the commit, never after a rollback. It must not throw. */
export function afterCommit(tx: Tx, effect: () => void): void {
  hooks(tx).afterCommit.push(effect)
}

/** The SQLSTATE of an error that came from Postgres, however deep Drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code)) return cause.code
  }
  return undefined
}

/** The name of the constraint that an error from Postgres names. */
export function constraintName(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('constraint_name' in cause && typeof cause.constraint_name === 'string') return cause.constraint_name
  }
  return undefined
}

/**
 * A product's sum of units below zero is a serialisation failure too. It is an exact sum of levels that are never negative, but Postgres
 * checks a constraint on the row that a statement's snapshot knows before it finds a newer one: a level that was switched on in between is
 * not in the old sum from which its units are taken. A new attempt sees what is.
 */
const isRetryable = (error: unknown) => ['40P01', '40001'].includes(sqlState(error) ?? '') || constraintName(error) === 'product_stock_not_negative'

function asLockConflict(error: unknown): unknown {
  if (sqlState(error) !== '55P03' && !isRetryable(error)) return error
  return new DomainError('conflict', { detail: 'Somebody else is working on the same thing. Please try again.', retryAfterSeconds: 1, cause: error })
}
