import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { type MailToStop, readStopToken } from '@/lib/platform/email/stop-links'
import { suppress } from '@/lib/platform/email/suppressions'
import { readUnsubscribeToken } from './link-tokens'
import type { Unsubscribe } from './schemas'

/**
 * One click ends what a mail was about, for whoever has the mail. A wish about a product is forgotten, and with it the address; of other
 * mails the address is noted, so that none of the kind is sent to it again. Doing it again is no mistake. At most five statements.
 * Source: RFC 8058. @throws not_found for a link that is not ours
 */
export async function unsubscribe(_ctx: Ctx, { token, all }: Unsubscribe): Promise<void> {
  const id = readUnsubscribeToken(token)
  const stop = readStopToken(token)
  if (!id && !stop) throw new DomainError('not_found', { detail: 'This link is not complete. Please copy all of it from the mail.' })
  await transaction(async (tx) => {
    const [ended] = id ? await tx.execute<{ email: string }>(sql`delete from subscriptions where id = ${id} returning email`) : []
    if (stop) await stopKind(tx, stop)
    const email = stop?.email ?? ended?.email
    if (all && email) await stopAll(tx, email)
  })
}

/** People who have an account see there that it is off, and can switch it on again. */
async function stopKind(tx: Tx, { email, kind }: MailToStop): Promise<void> {
  await suppress(tx, email, kind, 'unsubscribed')
  await switchOff(tx, email, [kind])
}

async function stopAll(tx: Tx, email: string): Promise<void> {
  await suppress(tx, email, 'marketing', 'unsubscribed')
  await switchOff(tx, email, ['review_request', 'back_in_stock', 'price_drop'])
  await tx.execute(sql`update users set marketing_consent = false where lower(email) = lower(${email}) and email_verified`)
  await tx.execute(sql`delete from subscriptions where lower(email) = lower(${email})`)
}

async function switchOff(tx: Tx, email: string, kinds: string[]): Promise<void> {
  await tx.execute(sql`
    insert into notification_preferences (user_id, kind, channel, is_on)
    select u.id, k.kind, 'email', false from users u, jsonb_array_elements_text(${JSON.stringify(kinds)}::jsonb) as k (kind)
    where lower(u.email) = lower(${email}) and u.email_verified and k.kind in ('review_request', 'back_in_stock', 'price_drop')
    on conflict (user_id, kind, channel) do update set is_on = false, updated_at = now()`)
}
