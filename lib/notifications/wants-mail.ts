import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import type { UserId } from '@/lib/core/ids'
import { type NotificationKind, notificationKinds } from './kinds'

/** Whether a person wants mails of this kind: as they chose, or as it is when they chose nothing. Guests get them. One statement for people. */
export async function wantsMail(reader: Reader, userId: UserId | null, kind: NotificationKind): Promise<boolean> {
  const { isFixed, email } = notificationKinds[kind]
  if (isFixed || !userId) return true
  const [row] = await reader.execute<{ is_on: boolean }>(sql`
    select is_on from notification_preferences where user_id = ${userId} and kind = ${kind} and channel = 'email'`)
  return row?.is_on ?? email
}
