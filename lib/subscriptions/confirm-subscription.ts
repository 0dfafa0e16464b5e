import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { readConfirmToken } from './link-tokens'
import type { LinkToken, SubscriptionKind } from './schemas'

/** A guest's click in the mail: from now on they hear from us. Doing it again is no mistake. One statement. @throws not_found for a link that is not ours, has ended or was withdrawn */
export async function confirmSubscription(_ctx: Ctx, { token }: LinkToken): Promise<{ kind: SubscriptionKind }> {
  const id = readConfirmToken(token)
  const [row] = id
    ? await database().execute<{ kind: SubscriptionKind }>(sql`
        update subscriptions set confirmed_at = coalesce(confirmed_at, now()), updated_at = now() where id = ${id} returning kind`)
    : []
  if (!row) throw new DomainError('not_found', { detail: 'This link has ended. Ask again on the page of the product.' })
  return { kind: row.kind }
}
