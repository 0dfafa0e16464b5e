import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { env } from '@/lib/platform/env'

/** `ANALYZE` of what has changed since the last one, table by table: plans follow the data also where autovacuum is slow to. @returns how many tables */
export async function refreshStatistics(_ctx: Ctx): Promise<number> {
  const changed = await database().execute<{ name: string }>(sql`
    select relname as name from pg_stat_user_tables where schemaname = 'public' and n_mod_since_analyze > 0 order by relname`)
  for (const { name } of changed) {
    await transaction((tx) => tx.execute(sql`analyze ${sql.identifier(name)}`), { statementTimeoutMs: env.QUERY_TIMEOUT * 1000 })
  }
  return changed.length
}
