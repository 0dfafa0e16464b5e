import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, type Cursor, decodeCursor } from '@/lib/core/cursors'
import { NotificationId } from '@/lib/core/ids'
import { requireUser } from '@/lib/platform/auth/can'
import type { NotificationKind } from './kinds'
import type { ListNotifications, NotificationPage } from './schemas'

const SCOPE = 'notifications'

/** One's own notifications, newest first (identifiers rise with time), with the count of unread ones. One statement. @throws unauthenticated, invalid_input */
export async function listNotifications(ctx: Ctx, { cursor: text, page_size: size, unread }: ListNotifications): Promise<NotificationPage> {
  const userId = requireUser(ctx)
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const direction = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const conditions = [sql`n.user_id = ${userId}`, ...(unread ? [sql`not n.is_read`] : []), ...(cursor ? [beyond(cursor)] : [])]
  const [row] = await database().execute<{ rows: Row[] | null; unread: number }>(sql`
    select (select count(*)::int from notifications where user_id = ${userId} and not is_read) as unread,
      (select json_agg(json_build_object('id', n.id, 'sort_key', 0, 'kind', n.kind, 'title', n.title, 'body', n.body, 'href', n.href,
          'is_read', n.is_read, 'created_at', n.created_at))
        from (select * from notifications n where ${sql.join(conditions, sql` and `)} order by n.id ${direction} limit ${size + 1}) n) as rows`)
  const slice = sliceOf(row?.rows ?? [], { scope: SCOPE, size, cursor })
  return {
    data: slice.rows.map(({ sort_key: _, created_at, ...view }) => ({ ...view, created_at: new Date(created_at).toISOString() })),
    next_cursor: slice.next_cursor,
    prev_cursor: slice.prev_cursor,
    unread: row?.unread ?? 0,
  }
}

type Row = {
  id: NotificationId
  sort_key: number
  kind: NotificationKind
  title: string
  body: string
  href: string | null
  is_read: boolean
  created_at: string
}

function beyond({ values: [, id], direction }: Cursor): SQL {
  const edge = NotificationId.safeParse(id)
  if (!edge.success) throw badCursor()
  return direction === 'next' ? sql`n.id < ${edge.data}::uuid` : sql`n.id > ${edge.data}::uuid`
}
