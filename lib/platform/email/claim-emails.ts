import { and, asc, eq, getTableColumns, inArray, lte, or, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { emails } from '@/db/schema/emails'
import { isUnwanted } from './suppressions'

export type ClaimedEmail = Awaited<ReturnType<typeof claimEmails>>[number]

/** Longer than sending one batch can take; a mail whose deliverer died is taken by another after it. */
const LEASE_SECONDS = 300

/**
 * Takes up to `limit` mails that are due, and those whose lease is over. Deliverers that ask at once get different ones. `attempts`
 * of a row is the token of this turn: what is written later counts only while nobody else has taken the mail. Each says whether it may still
 * be sent: its time may be over, or its reader may have ended it since it was queued. One statement.
 */
export async function claimEmails(limit: number) {
  const db = database()
  // A WITH that locks is read once; as a subquery it could be read, and lock, again and again.
  const due = db.$with('due').as(
    db
      .select({ id: emails.id })
      .from(emails)
      .where(
        and(
          // In the words of the partial index.
          sql`${emails.status} in ('queued', 'sending')`,
          lte(emails.nextAttemptAt, sql`now()`),
          or(eq(emails.status, 'queued'), lte(emails.leasedUntil, sql`now()`)),
        ),
      )
      .orderBy(asc(emails.nextAttemptAt))
      .limit(limit)
      .for('update', { skipLocked: true }),
  )
  return db
    .with(due)
    .update(emails)
    .set({
      status: 'sending',
      attempts: sql`${emails.attempts} + 1`,
      leasedUntil: sql`now() + make_interval(secs => ${LEASE_SECONDS})`,
    })
    .where(inArray(emails.id, db.select({ id: due.id }).from(due)))
    .returning({
      ...getTableColumns(emails),
      isTooLate: sql<boolean>`coalesce(${emails.notAfter} <= now(), false)`,
      isUnwanted: sql<boolean>`${isUnwanted(sql`${emails.to}`, sql`${emails.kind}`)}`,
    })
}
