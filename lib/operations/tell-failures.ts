import { type SQL, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { newRowId } from '@/lib/inventory/stock-sql'

type Told = { title: string; href: string; key: string }

/** Once a day and cause, so that a mail server that is down for a night rings once. */
const today = () => new Date().toISOString().slice(0, 10)

/** Rings every admin's bell because a job failed for good. One statement. */
export const tellOfJob = (functionId: string): Promise<void> =>
  tellAdmins({
    title: `The job ${functionId} failed for good`,
    href: `/admin/operations/jobs?status=failed`,
    key: `job:${functionId}:${today()}`,
  })

/** The same for an event that was given up. One statement. */
export const tellOfEvent = (type: string): Promise<void> =>
  tellAdmins({ title: `An event was given up: ${type}`, href: '/admin/operations/events?state=parked', key: `event:${type}:${today()}` })

/** The same if a mail of the last day was given up: asked after each delivery. One statement, of an index that is nearly always empty. */
export const tellOfMails = (): Promise<void> =>
  tellAdmins(
    { title: 'A mail was given up', href: '/admin/operations/mails?status=trouble', key: `mails:${today()}` },
    sql`exists (select from emails e where e.status in ('failed', 'parked') and e.status = 'parked' and e.created_at > now() - interval '1 day')`,
  )

async function tellAdmins({ title, href, key }: Told, isSo: SQL = sql`true`): Promise<void> {
  await database().execute(sql`
    insert into notifications (id, user_id, kind, title, href, key)
    select ${newRowId}, u.id, 'trouble', ${title}, ${href}, ${key} from users u
    where u.role = 'admin' and u.banned_at is null and u.erased_at is null and ${isSo}
    on conflict (user_id, key) do nothing`)
}
