import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { PLAN_AFRESH } from '@/db/statements'
import { sliceOf } from '@/lib/catalog/list-cursors'
import type { Ctx } from '@/lib/core/context'
import { badCursor, type Cursor, decodeCursor } from '@/lib/core/cursors'
import { requireCan } from '@/lib/platform/auth/can'
import type { ListMails, Mail, MailPage } from './schemas'

const SCOPE = 'mails'

export type MailRow = Omit<Mail, 'created_at' | 'sent_at' | 'next_attempt_at'> & {
  created_at: string
  sent_at: string | null
  next_attempt_at: string
}

export const mailColumns: SQL = sql`e.id, e.kind, e.to_address as to, e.subject, e.status, e.attempts, e.created_at, e.sent_at, e.next_attempt_at, e.error`

/** What the shop writes, the newest first, by cursor; ids sort by age. Two statements. @throws forbidden, invalid_input */
export async function listMails(ctx: Ctx, { status, to, cursor: text, page_size: size }: ListMails): Promise<MailPage> {
  requireCan(ctx, 'operations.read')
  const cursor = text ? decodeCursor(SCOPE, text) : null
  const conditions = [
    ...(status ? [status === 'trouble' ? isTrouble : sql`e.status = ${status}`] : []),
    ...(to ? [sql`lower(e.to_address) = lower(${to})`] : []),
    ...(cursor ? [beyond(cursor)] : []),
    sql`true`,
  ]
  const [rows, [counted]] = await Promise.all([
    database().execute<MailRow & { sort_key: string }>(sql`
      ${sql.raw(PLAN_AFRESH)} select ${mailColumns}, e.id::text as sort_key from emails e where ${sql.join(conditions, sql` and `)}
      order by e.id ${cursor?.direction === 'prev' ? sql`asc` : sql`desc`} limit ${size + 1}`),
    database().execute<{ trouble: number }>(sql`select count(*)::int as trouble from emails e where ${isTrouble}`),
  ])
  const { rows: shown, next_cursor, prev_cursor } = sliceOf([...rows], { scope: SCOPE, size, cursor })
  return { data: shown.map(mailOf), next_cursor, prev_cursor, trouble: counted?.trouble ?? 0 }
}

/** As the index on what a person has to look at has it. */
const isTrouble = sql`e.status in ('failed', 'parked')`

function beyond({ values: [id], direction }: Cursor): SQL {
  const place = z.uuid().safeParse(id)
  if (!place.success) throw badCursor()
  return direction === 'next' ? sql`e.id < ${place.data}` : sql`e.id > ${place.data}`
}

const iso = (time: string) => new Date(time).toISOString()

export const mailOf = ({ id, kind, to, subject, status, attempts, created_at, sent_at, next_attempt_at, error }: MailRow): Mail => ({
  ...{ id, kind, to, subject, status, attempts, error },
  created_at: iso(created_at),
  sent_at: sent_at && iso(sent_at),
  next_attempt_at: iso(next_attempt_at),
})
