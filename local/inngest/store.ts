import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'

export type Sql = postgres.Sql
/** An open transaction, or the pool where one statement is enough. */
export type Tx = postgres.TransactionSql | postgres.Sql

/**
 * Connections are few: statements are short, and a call of the app holds none. What came of calls need not be on the disk when the next
 * one begins (`isDurable: false`): a Postgres that loses its power takes the last half second back, and these calls are made again, which
 * they may be at any time. Events that somebody was promised are.
 */
export function openStore(databaseUrl: string, { max, isDurable }: { max: number; isDurable: boolean }): Sql {
  return postgres(databaseUrl, {
    max,
    onnotice: () => {},
    connect_timeout: 5,
    idle_timeout: 60,
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    connection: {
      application_name: 'inngest-local',
      search_path: 'inngest_local',
      synchronous_commit: isDurable ? 'on' : 'off',
      statement_timeout: 15_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
    },
  })
}

/** Kept as text that is JSON (`json`, not `jsonb`), which may hold whatever a function returns, \\u0000 and lone surrogates too. */
export const json = (value: unknown): string => JSON.stringify(value ?? null)

/** A transaction that is tried again when it met a deadlock. */
export async function inTransaction<T>(sql: Sql, work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await sql.begin(work)) as T
    } catch (error) {
      if (attempt === 5 || !isDeadlock(error)) throw error
      await sleep(Math.random() * 10 * 2 ** attempt)
    }
  }
}

const isDeadlock = (error: unknown) => error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
