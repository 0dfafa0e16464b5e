import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { requireCan } from '@/lib/platform/auth/can'

const SHOWN = 20

/** What fell from the caches last, and when: the newest lines of the log of invalidations. One statement. @throws forbidden */
export async function listFallenTags(ctx: Ctx): Promise<{ id: string; tags: string[]; at: string }[]> {
  requireCan(ctx, 'operations.read')
  const rows = await database().execute<{ id: string; tags: string[]; at: string }>(
    sql`select id::text, tags, at from invalidations i order by i.id desc limit ${SHOWN}`,
  )
  return rows.map(({ id, tags, at }) => ({ id, tags, at: new Date(at).toISOString() }))
}
