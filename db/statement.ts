import { fillPlaceholders, type Placeholder, type Query, type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { PoolClient } from './pool'
import type { TransactionClient } from './pooled-transaction'
import type { Reader } from './transaction'

const dialect = new PgDialect({ casing: 'snake_case' })

/**
 * A statement whose text is put together once, for the few that every purchase runs: Drizzle would do it anew for each call.
 * `compose` names its values; parts that other statements share are `sql` as everywhere. It is sent when it is called, not when it is
 * awaited: several calls in one transaction travel together, and Postgres runs them in this order.
 */
export function statement<Row extends Record<string, unknown>, Values extends Record<string, unknown>>(
  compose: (value: { [Name in keyof Values]: Placeholder }) => SQL,
): (reader: Reader, values: Values) => Promise<Row[]> {
  const named = new Proxy({} as { [Name in keyof Values]: Placeholder }, { get: (_, name) => sql.placeholder(String(name)) })
  let composed: Query | null = null
  return (reader, values) => {
    composed ??= dialect.sqlToQuery(compose(named))
    return clientOf(reader).send(composed.sql, fillPlaceholders(composed.params, values)) as Promise<Row[]>
  }
}

/** Drizzle keeps the client it was given in its session, which its types hide. */
const clientOf = (reader: Reader) => (reader as unknown as { session: { client: PoolClient | TransactionClient } }).session.client
