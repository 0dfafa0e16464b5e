import { sql } from 'drizzle-orm'
import { type Tx, transaction } from '@/db/transaction'
import { audited } from '@/lib/audit/audited'
import type { Ctx } from '@/lib/core/context'
import { DomainError } from '@/lib/core/errors'
import { newId } from '@/lib/core/ids'
import { requireCan } from '@/lib/platform/auth/can'
import { publish } from '@/lib/platform/events/publish'
import { holdsSecret, noSuchMail } from './require-mail'
import type { Done, MailRef, MailStatus } from './schemas'

/**
 * Sends a mail again: one that was given up or refused goes on with its tries counted anew, of one that was sent a copy is made. What was kept
 * back on purpose stays so, and a link that opens an account is not sent twice. One transaction. @throws forbidden, not_found, conflict
 */
export async function resendMail(ctx: Ctx, { id }: MailRef): Promise<Done> {
  requireCan(ctx, 'operations.write')
  return await transaction(async (tx) => {
    const mail = await lockMail(tx, id)
    const emailId = mail.status === 'sent' ? await copy(tx, id) : await queueAgain(tx, id)
    publish(tx, { type: 'email.queued', emailId })
    audited(tx, ctx, {
      action: 'mail.resent',
      subject: { type: 'mail', id, label: mail.kind },
      before: { status: mail.status },
      after: { id: emailId },
    })
    return {}
  })
}

async function lockMail(tx: Tx, id: string): Promise<{ kind: string; status: MailStatus }> {
  const [mail] = await tx.execute<{ kind: string; status: MailStatus }>(sql`select kind, status from emails where id = ${id} for update`)
  if (!mail) throw noSuchMail()
  const { kind, status } = mail
  if (status === 'queued' || status === 'sending') throw new DomainError('conflict', { detail: 'It is on its way already.' })
  if (status === 'withheld') throw new DomainError('conflict', { detail: 'It was kept back on purpose, so it is not sent again.' })
  if (status === 'sent' && holdsSecret(kind))
    throw new DomainError('conflict', { detail: 'Its link was meant for one time. They can ask for a new one.' })
  return mail
}

async function queueAgain(tx: Tx, id: string): Promise<string> {
  await tx.execute(
    sql`update emails set status = 'queued', attempts = 0, next_attempt_at = now(), leased_until = null, error = null where id = ${id}`,
  )
  return id
}

async function copy(tx: Tx, id: string): Promise<string> {
  const again = newId()
  await tx.execute(sql`
    insert into emails (id, kind, to_address, subject, props, idempotency_key, user_id, order_id)
    select ${again}::uuid, kind, to_address, subject, props, ${`again:${again}`}, user_id, order_id from emails where id = ${id}`)
  return again
}
