import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, type Cursor, decodeCursor } from '@/lib/core/cursors'
import { AuditId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import type { AuditEntry, AuditFilters, AuditPage, ListAudit } from './schemas'

const SCOPE = 'audit'

/**
 * Newest first, by cursor; ids sort by age. The log keeps no names of customers: they are called what they are called now, and not at all once
 * they are erased. `undoable` are the actions that can be taken back. One statement. @throws forbidden, invalid_input
 */
export async function readAudit(
  ctx: Ctx,
  { cursor: text, page_size: size, ...filters }: ListAudit,
  undoable: ReadonlySet<string> = new Set(),
): Promise<AuditPage> {
  requireCan(ctx, 'audit.read')
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const slice = sliceOf(await readRows(filters, cursor, size + 1), { scope: SCOPE, size, cursor })
  return { ...slice, data: slice.rows.map((row) => entryOf(row, undoable)) }
}

/** All that match, newest first, some at a time, for a file. @throws forbidden */
export async function* eachEntry(ctx: Ctx, filters: AuditFilters, atOnce = 500): AsyncIterable<AuditEntry[]> {
  requireCan(ctx, 'audit.read')
  let cursor: Cursor | null = null
  do {
    const rows: Row[] = await readRows(filters, cursor, atOnce)
    if (rows.length > 0) yield rows.map((row) => entryOf(row, new Set()))
    const last = rows.at(-1)
    cursor = rows.length === atOnce && last ? { values: [last.sort_key], direction: 'next' } : null
  } while (cursor)
}

async function readRows(filters: AuditFilters, cursor: Cursor | null, limit: number): Promise<Row[]> {
  const direction = cursor?.direction === 'prev' ? sql`asc` : sql`desc`
  const conditions = [...conditionsOf(filters), ...(cursor ? [beyond(cursor)] : []), sql`true`]
  return [
    ...(await database().execute<Row>(sql`
      select a.id, a.id::text as sort_key, a.action, a.subject_type, a.subject_id, coalesce(p.name, a.subject_label) as subject_label, a.actor, u.name as actor_name, a.address,
        a.request_id, a.before, a.after, a.version, a.undo_of, n.id as undone_by,
        to_char(a.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from audit_log a
      left join users u on u.id = case when a.actor like 'user:%' then substring(a.actor from 6)::uuid end and u.erased_at is null
      left join users p on p.id = case when a.subject_type = 'customer' then a.subject_id::uuid end and p.erased_at is null
      left join audit_log n on n.undo_of = a.id
      where ${sql.join(conditions, sql` and `)} order by a.id ${direction} limit ${limit}`)),
  ]
}

type Row = {
  id: AuditId
  sort_key: string
  action: string
  subject_type: string
  subject_id: string
  subject_label: string
  actor: string
  actor_name: string | null
  address: string | null
  request_id: string
  before: AuditEntry['before']
  after: AuditEntry['after']
  version: string | null
  undo_of: AuditId | null
  undone_by: AuditId | null
  at: string
}

function conditionsOf({ action, subject_type, subject_id, actor, from, to }: AuditFilters): SQL[] {
  return [
    ...(action ? [action.endsWith('.') ? sql`starts_with(a.action, ${action})` : sql`a.action = ${action}`] : []),
    ...(subject_type ? [sql`a.subject_type = ${subject_type}`] : []),
    ...(subject_id ? [sql`a.subject_id = ${subject_id}`] : []),
    ...(actor ? [sql`a.actor = ${`user:${actor}`}`] : []),
    ...(from ? [sql`a.created_at >= ${startOfDay(from)}`] : []),
    ...(to ? [sql`a.created_at < ${startOfDay(to)} + interval '1 day'`] : []),
  ]
}

const startOfDay = (day: string) => sql`(${day}::timestamp at time zone (select time_zone from settings))`

function beyond({ values: [id], direction }: Cursor): SQL {
  const place = AuditId.safeParse(id)
  if (!place.success) throw badCursor()
  return direction === 'next' ? sql`a.id < ${place.data}` : sql`a.id > ${place.data}`
}

function entryOf(row: Row, undoable: ReadonlySet<string>): AuditEntry {
  const { id, action, actor, actor_name, address, request_id, before, after, at, undo_of, undone_by } = row
  return {
    id,
    action,
    subject: { type: row.subject_type, id: row.subject_id, label: row.subject_label },
    actor,
    actor_name,
    address,
    request_id,
    before,
    after,
    at,
    undo_of,
    undone_by,
    is_undoable: row.version !== null && undone_by === null && undoable.has(action),
  }
}
