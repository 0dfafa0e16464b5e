import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { UserId } from '@/lib/core/ids'
import { storage } from '@/lib/platform/storage/storage'
import { EXPORT_DAYS, EXPORT_KIND, exportPrefix } from './exports'

/**
 * Removes exports whose time is over, and files that nobody's task knows any more. The file goes first: what breaks off in between is
 * found again by its age. @returns how many files went
 */
export async function forgetOldExports(): Promise<number> {
  const oldest = Date.now() - EXPORT_DAYS * 24 * 60 * 60_000
  let gone = 0
  for await (const { key, changedAt } of storage().list('exports/')) {
    if (changedAt.getTime() > oldest) continue
    await storage().delete(key)
    gone++
  }
  await database().execute(sql`
    delete from tasks where kind = ${EXPORT_KIND} and finished_at < now() - make_interval(days => ${EXPORT_DAYS})`)
  return gone
}

/** What was made for one person. */
export async function forgetExportsOf(userId: UserId): Promise<void> {
  for await (const { key } of storage().list(exportPrefix(userId))) await storage().delete(key)
}
