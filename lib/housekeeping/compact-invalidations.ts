import { sql } from 'drizzle-orm'
import { transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { env } from '@/lib/platform/env'

/** What is younger is left as it was written: it shows when what fell. */
const DAYS = 7

/**
 * Makes the old part of the log of invalidations short without forgetting anything. An instance that starts asks which tags fell since its
 * build, however old that is; of each tag only the last time counts. So a row for each day is enough, with the tags that fell then for
 * the last time, under the latest time of that day: too late is safe. Repeated, it changes nothing. @returns by how many rows the log is shorter
 */
export async function compactInvalidations(_ctx: Ctx): Promise<number> {
  return transaction(
    async (tx) => {
      const [row] = await tx.execute<{ shorter: number }>(sql`
        with old as (
          delete from invalidations where at < now() - make_interval(days => ${DAYS}) returning tags, at
        ), latest as (
          select tag, max(at) as at from old cross join lateral unnest(tags) as tag group by tag
        ), written as (
          insert into invalidations (tags, at) select array_agg(tag order by tag), max(at) from latest group by (at at time zone 'UTC')::date returning 1
        )
        select ((select count(*) from old) - (select count(*) from written))::int as shorter`)
      return row?.shorter ?? 0
    },
    { statementTimeoutMs: env.QUERY_TIMEOUT * 1000 },
  )
}
