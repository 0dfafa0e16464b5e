import { sql } from 'drizzle-orm'
import { database } from '@/db/client'

/** An address is somebody's: it is kept no longer than its block lasts. One statement. @returns how many rows went. */
export async function forgetEndedBlocks(): Promise<number> {
  const rows = await database().execute(sql`
    delete from blocked_addresses where address in (select address from blocked_addresses where blocked_until < now() limit 5000) returning 1`)
  return rows.length
}
