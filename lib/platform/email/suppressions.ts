import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '@/db/transaction'
import { newId } from '@/lib/core/ids'
import { catalogue, type EmailKind, emailKinds } from './catalogue'

/** One kind of mail, everything that one can unsubscribe from, or everything. */
export type SuppressionScope = EmailKind | 'marketing' | 'all'

/** A mailbox that did not exist may exist later: after so many days a mail is tried again. */
const BOUNCE_DAYS = 30

export const isAdvertising = (kind: string): kind is EmailKind => kind in catalogue && catalogue[kind as EmailKind].isAdvertising

const advertising = sql.raw(`'{${emailKinds.filter(isAdvertising).join(',')}}'::text[]`)

/**
 * Whether an address is spared mails of a kind: what its reader ended, or everything while it does not exist. Mails that have to be sent
 * (about orders, about an account) are spared for the second reason only.
 */
export const isUnwanted = (email: SQL, kind: SQL): SQL => sql`exists (
  select 1 from email_suppressions spared where lower(spared.email) = lower(${email}) and (
    (spared.scope = 'all' and spared.created_at > now() - make_interval(days => ${sql.raw(String(BOUNCE_DAYS))}))
    or (${kind} = any(${advertising}) and spared.scope in (${kind}, 'marketing'))))`

/** From now on the address is spared. Again is no mistake; a bounce counts anew from the last one. One statement. */
export async function suppress(reader: Reader, email: string, scope: SuppressionScope, reason: 'unsubscribed' | 'bounced'): Promise<void> {
  await reader.execute(sql`
    insert into email_suppressions (id, email, scope, reason) values (${newId()}, ${email}, ${scope}, ${reason})
    on conflict (lower(email), scope) do update set created_at = now(), reason = excluded.reason`)
}

/** The reader asks for these mails again. What bounced stays. One statement. */
export async function allowAgain(reader: Reader, email: string, scopes: SuppressionScope[]): Promise<void> {
  await reader.execute(sql`
    delete from email_suppressions
    where lower(email) = lower(${email}) and reason = 'unsubscribed' and scope in (${sql.join(
      scopes.map((scope) => sql`${scope}`),
      sql`, `,
    )})`)
}
