import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { readUnsubscribeToken } from './link-tokens'
import type { LinkToken } from './schemas'

/**
 * One click ends what a mail was about, for whoever has the mail: the row and with it the address are forgotten. Doing it again is no
 * mistake. One statement. Source: RFC 8058. @throws not_found for a link that is not ours
 */
export async function unsubscribe(_ctx: Ctx, { token }: LinkToken): Promise<void> {
  const id = readUnsubscribeToken(token)
  if (!id) throw new DomainError('not_found', { detail: 'This link is not complete. Please copy all of it from the mail.' })
  await database().execute(sql`delete from subscriptions where id = ${id}`)
}
