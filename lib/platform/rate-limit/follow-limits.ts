import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { readStoredLimits } from '@/lib/core/request-limits'
import { tags } from '@/lib/core/tags'
import { createReader, follow } from './follow'
import { holdLimits } from './policies'

/**
 * What administrators set holds in this process: from its start, and from each change on within half a second. No request waits for it;
 * while Postgres is away, what is known holds.
 */
export const followLimits = (): Promise<void> => follow(tags.requestLimits, readLimitsAgain)

const readLimitsAgain = createReader('the limits of requests', read)

async function read(): Promise<void> {
  const [row] = await database().execute<{ set: Record<string, unknown> }>(sql`select rate_limits as set from settings where id = 1`)
  holdLimits(readStoredLimits(row?.set ?? {}))
}
