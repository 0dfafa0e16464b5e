import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { requireUser } from '@/lib/platform/auth/can'
import type { NotificationRef, UnreadCount } from './schemas'

/** Marks one of one's own as read; twice is once. One statement. @throws unauthenticated, not_found */
export async function markRead(ctx: Ctx, { id }: NotificationRef): Promise<UnreadCount> {
  const { found, unread } = await mark(ctx, sql`n.id = ${id}`)
  if (found === 0) throw new DomainError('not_found', { detail: 'There is no such notification.' })
  return { unread }
}

/** Marks all of one's own as read. One statement. @throws unauthenticated */
export async function markAllRead(ctx: Ctx): Promise<UnreadCount> {
  const { unread } = await mark(ctx, sql`not n.is_read`)
  return { unread }
}

async function mark(ctx: Ctx, condition: SQL): Promise<{ found: number; unread: number }> {
  const userId = requireUser(ctx)
  const [row] = await database().execute<{ found: number; unread: number }>(sql`
    with marked as (
      update notifications n set is_read = true, read_at = coalesce(n.read_at, now()) where n.user_id = ${userId} and ${condition} returning n.id
    )
    select (select count(*)::int from marked) as found,
      (select count(*)::int from notifications n where n.user_id = ${userId} and not n.is_read and not n.id in (select id from marked)) as unread`)
  if (!row) throw new Error('A statement without from returned no row')
  return row
}
