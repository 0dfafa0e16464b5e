import { desc, eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'

export type EmailRow = Awaited<ReturnType<typeof listEmails>>[number]

/** The newest mails, to everybody or to one address. One statement. For staff and for the mailbox of a local shop. */
export async function listEmails({ to, limit = 100 }: { to?: string; limit?: number } = {}) {
  return database()
    .select()
    .from(emails)
    .where(to ? eq(sql`lower(${emails.to})`, to.toLowerCase()) : undefined)
    .orderBy(desc(emails.id))
    .limit(limit)
}

/** One mail. One statement. */
export async function findEmail(id: string): Promise<EmailRow | null> {
  const [row] = await database().select().from(emails).where(eq(emails.id, id))
  return row ?? null
}
