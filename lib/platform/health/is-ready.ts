import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { lifecycle } from '@/lib/platform/lifecycle'

/** Whether this instance can serve, or what is in the way: it is stopping, or the database does not answer. */
export async function readiness(): Promise<'ready' | 'stopping' | 'database'> {
  if (lifecycle.isStopping) return 'stopping'
  try {
    await database().execute(sql`select 1`)
    return 'ready'
  } catch {
    return 'database'
  }
}
