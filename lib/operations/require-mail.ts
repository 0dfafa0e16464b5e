import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import type { OrderId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { catalogue, isEmailKind } from '@/lib/platform/email/catalogue'
import { type MailRow, mailColumns, mailOf } from './list-mails'
import type { Mail, MailRef } from './schemas'

/** `props` is null where the mail holds a link that opens an account: nobody but its reader may see that, whatever their role. */
export type ShownMail = Mail & { order_number: string | null; props: Record<string, unknown> | null; is_secret: boolean }

type Row = MailRow & { props: Record<string, unknown>; order_id: OrderId | null; order_number: string | null }

/** A mail with what its template was given. One statement. @throws forbidden, not_found */
export async function requireMail(ctx: Ctx, { id }: MailRef): Promise<ShownMail> {
  requireCan(ctx, 'operations.read')
  const [row] = await database().execute<Row>(sql`
    select ${mailColumns}, e.props, o.order_number from emails e left join orders o on o.id = e.order_id where e.id = ${id}`)
  if (!row) throw noSuchMail()
  const isSecret = holdsSecret(row.kind)
  return { ...mailOf(row), order_number: row.order_number, props: isSecret ? null : row.props, is_secret: isSecret }
}

export const noSuchMail = () => new DomainError('not_found', { detail: 'There is no such mail.' })

/** A kind that nobody knows any more might. */
export const holdsSecret = (kind: string): boolean => !isEmailKind(kind) || catalogue[kind].hasSecret
