import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/transaction'
import { newId, type UserId } from '@/lib/core/ids'
import { type NotificationKind, notificationKinds } from './kinds'

export type NewNotification = {
  userId: UserId
  kind: NotificationKind
  title: string
  body?: string
  /** A path of the shop. */
  href?: string
  /** What caused it, for example `order.shipped:{id}`: one cause, one notification. */
  key: string
}

/** Rings a person's bell in the transaction of its cause, once per key, unless they switched this kind off. One statement. */
export async function notify(tx: Tx, { userId, kind, title, body = '', href, key }: NewNotification): Promise<void> {
  const isOff = notificationKinds[kind].isFixed
    ? sql`false`
    : sql`exists (select 1 from notification_preferences p
        where p.user_id = ${userId} and p.kind = ${kind} and p.channel = 'bell' and not p.is_on)`
  await tx.execute(sql`
    insert into notifications (id, user_id, kind, title, body, href, key)
    select ${newId()}::uuid, ${userId}::uuid, ${kind}, ${title}, ${body}, ${href ?? null}, ${key} where not ${isOff}
    on conflict (user_id, key) do nothing`)
}
