import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { statementsSent } from '@/db/statements'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'
import { env } from '@/lib/platform/env'
import { readMetric, sumOf } from './read-metric'
import type { DatabaseStatistics } from './schemas'

/** How the database is doing, and what this instance asks of it (R146). One statement. @throws forbidden */
export async function findDatabaseStatistics(ctx: Ctx): Promise<DatabaseStatistics> {
  requireCan(ctx, 'monitoring.read')
  const [row] = await database().execute<DatabaseStatistics['database']>(sql`
    select round(pg_database_size(datname) / 1e6, 1)::float8 as size_mb, numbackends as connections,
      xact_commit::float8 as commits, xact_rollback::float8 as rollbacks, deadlocks::float8 as deadlocks,
      coalesce(round(100.0 * blks_hit / nullif(blks_hit + blks_read, 0), 1), 0)::float8 as cache_hit_percent
    from pg_stat_database where datname = current_database()`)
  if (!row) throw new Error('A statement that always returns a row returned none')
  const [retries, replaced] = await Promise.all(['highstreet_transaction_retries_total', 'highstreet_database_replaced_total'].map(readMetric))
  return {
    database: row,
    instance: {
      max_connections: env.MAX_DB_CONNECTIONS,
      statements: statementsSent(),
      retries: sumOf(retries ?? []),
      pool_replaced: sumOf(replaced ?? []),
    },
  }
}
