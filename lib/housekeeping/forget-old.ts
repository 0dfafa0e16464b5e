import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { logger } from '@/lib/platform/logger'
import { type Kept, kept } from './kept'

/** How many rows go at once, so that no statement holds many locks. */
const AT_ONCE = 1000

const DAY_MS = 24 * 60 * 60_000

/** Removes what is older than it is kept, oldest first. What somebody is working on waits for the next night. @returns how many rows went */
export async function forgetOld(_ctx: Ctx): Promise<number> {
  let gone = 0
  for (const thing of kept) {
    const count = await forget(thing)
    if (count > 0) logger.info({ what: thing.name, count }, 'old rows were removed')
    gone += count
  }
  return gone
}

/** One statement for each thousand. */
async function forget({ table, days, isOld, order }: Kept): Promise<number> {
  const cutoff = new Date(Date.now() - days * DAY_MS)
  let gone = 0
  for (;;) {
    const [row] = await database().execute<{ gone: number }>(sql`
      with old as (
        select id from ${sql.identifier(table)} where ${isOld(cutoff)} order by ${order} limit ${AT_ONCE} for update skip locked
      ), deleted as (
        delete from ${sql.identifier(table)} t using old where t.id = old.id returning 1
      )
      select count(*)::int as gone from deleted`)
    gone += row?.gone ?? 0
    if ((row?.gone ?? 0) < AT_ONCE) return gone
  }
}
