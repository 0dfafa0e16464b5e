import { type SQL, sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { UserId } from '@/lib/core/ids'
import { newRowId } from '@/lib/inventory/stock-sql'
import { sendEmail } from '@/lib/platform/email/send-email'

type Told = { title: string; href: string; key: string }

/** Once a day and cause, so that a mail server that is down for a night rings once. */
const today = () => new Date().toISOString().slice(0, 10)

/** Rings every admin's bell and writes to them because a job failed for good. One statement, and those of the mails. */
export const tellOfJob = (functionId: string): Promise<void> =>
  ringAndWrite({
    title: `The job ${functionId} failed for good`,
    href: '/admin/operations/jobs?status=failed',
    key: `job:${functionId}:${today()}`,
  })

/** The same for an event that was given up. */
export const tellOfEvent = (type: string): Promise<void> =>
  ringAndWrite({ title: `An event was given up: ${type}`, href: '/admin/operations/events?state=parked', key: `event:${type}:${today()}` })

/**
 * Rings if a mail of the last day was given up: asked after each delivery. A mail about mails that do not arrive would be another of them.
 * One statement, of an index that is nearly always empty.
 */
export const tellOfMails = (): Promise<void> =>
  transaction(async (tx) => {
    await ring(
      tx,
      { title: 'A mail was given up', href: '/admin/operations/mails?status=trouble', key: `mails:${today()}` },
      sql`exists (select from emails e where e.status in ('failed', 'parked') and e.status = 'parked' and e.created_at > now() - interval '1 day')`,
    )
  })

/** Who was told already is not told again, by either way. */
async function ringAndWrite(told: Told): Promise<void> {
  await transaction(async (tx) => {
    for (const { id, email } of await ring(tx, told))
      await sendEmail(tx, 'given_up', email, { title: told.title, path: told.href }, `given_up:${told.key}:${id}`, { userId: id })
  })
}

/** @returns the admins who had not been told */
async function ring(tx: Tx, { title, href, key }: Told, isSo: SQL = sql`true`): Promise<{ id: UserId; email: string }[]> {
  const rows = await tx.execute<{ id: UserId; email: string }>(sql`
    with told as (
      insert into notifications (id, user_id, kind, title, href, key)
      select ${newRowId}, u.id, 'trouble', ${title}, ${href}, ${key} from users u
      where u.role = 'admin' and u.banned_at is null and u.erased_at is null and ${isSo}
      on conflict (user_id, key) do nothing returning user_id
    )
    select u.id, u.email from told join users u on u.id = told.user_id order by u.id`)
  return [...rows]
}
