import { and, desc, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'

export type EmailRow = Awaited<ReturnType<typeof listEmails>>[number]

/** `to` is a whole address, `search` a part of one. */
export type EmailFilter = { to?: string; search?: string; limit?: number }

/** The newest mails, to everybody or to one address. One statement. For staff, and for the mailbox of a local shop. */
export async function listEmails({ to, search, limit = 100 }: EmailFilter = {}) {
  return database()
    .select()
    .from(emails)
    .where(and(to ? eq(sql`lower(${emails.to})`, plain(to)) : undefined, search ? sql`strpos(lower(${emails.to}), ${plain(search)}) > 0` : undefined))
    .orderBy(desc(emails.id))
    .limit(limit)
}

/** What Postgres can compare with an address: no text of it may hold a zero byte. */
const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, '').toLowerCase()

/** One mail. One statement. */
export async function findEmail(id: string): Promise<EmailRow | null> {
  const [row] = await database().select().from(emails).where(eq(emails.id, id))
  return row ?? null
}
